package cn.huying.knowledge.encode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runtime's native libraries, unpacked once into a folder of our own. Left to itself the runtime unpacks 17 MB into a temporary folder at every
 * start, and a process that is killed leaves them there.
 */
final class NativeLibraries {
    private static final Logger log = LoggerFactory.getLogger(NativeLibraries.class);
    private static final String WHERE = "onnxruntime.native.path";
    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /** To be called before the runtime is touched. Where this cannot be done, the runtime helps itself. */
    static void unpackTo(Path folder) {
        try {
            for (String library : LIBRARIES) {
                unpack(System.mapLibraryName(library), folder);
            }
            System.setProperty(WHERE, folder.toAbsolutePath().toString());
        } catch (IOException e) {
            log.info("native libraries are unpacked at every start: {}", e.toString());
        }
    }

    private static void unpack(String name, Path folder) throws IOException {
        URL packed = NativeLibraries.class.getResource("/ai/onnxruntime/native/" + platform() + "/" + name);
        if (packed == null) {
            throw new NoSuchFileException(name);
        }
        URLConnection resource = packed.openConnection();
        resource.setUseCaches(false);
        try (InputStream in = resource.getInputStream()) {
            Path library = folder.resolve(name);
            if (!Files.isRegularFile(library) || Files.size(library) != resource.getContentLengthLong()) {
                write(in, library);
            }
        }
    }

    /** Beside it first and then in its place: half a library would end the process. */
    private static void write(InputStream in, Path library) throws IOException {
        Path beside = library.resolveSibling(library.getFileName() + ".new");
        Files.createDirectories(library.toAbsolutePath().getParent());
        Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(beside, library, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        return (system.startsWith("mac") ? "osx" : "linux") + (machine.equals("aarch64") ? "-aarch64" : "-x64");
    }
}
