package cn.huying.bot.envelope;

import cn.huying.knowledge.load.ConfigProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** The file that holds the key-encryption key: 64 hexadecimal digits, readable by its owner only. */
public final class KeyFile {
    private static final int KEY_BYTES = 32;
    private static final int MOST_CHARACTERS = 200;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private KeyFile() {}

    /** @throws KeyFileException with what is wrong and how to mend it */
    public static Keyring read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw refused(file, "密钥文件不存在", "请把备份的密钥放回这里；全新安装请执行 (umask 277; openssl rand -hex 32 > " + file + ")");
            }
            refuseIfShared(file);
            if (Files.size(file) > MOST_CHARACTERS) {
                throw refused(file, "内容不是 64 位十六进制密钥", "请换回正确的密钥文件");
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return new Keyring(parse(file, text));
        } catch (NoSuchFileException e) {
            throw refused(file, "密钥文件不存在", "请把备份的密钥放回这里");
        } catch (IOException e) {
            throw refused(file, "密钥文件无法读取", "请检查文件的属主和权限");
        }
    }

    /** Makes a new key, owner-readable only (0400). An existing file is left as it is. */
    public static void createIfMissing(Path file) {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------"));
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            try (var channel = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(key) + "\n"));
            }
        } catch (IOException e) {
            throw refused(file, "密钥文件无法创建", "请检查目录是否可写");
        }
    }

    private static void refuseIfShared(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.retainAll(OTHERS);
        if (!permissions.isEmpty()) {
            throw refused(file, "密钥文件可被其他用户读写", "请执行 chmod 400 " + file);
        }
    }

    private static byte[] parse(Path file, String text) {
        try {
            byte[] key = HexFormat.of().parseHex(text);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the content
        }
        throw refused(file, "内容不是 64 位十六进制密钥", "请换回正确的密钥文件");
    }

    private static KeyFileException refused(Path file, String reason, String mend) {
        return new KeyFileException(new ConfigProblem("HUYING_KEY_FILE=" + file, 0, reason, mend + "。"));
    }

    /** The key cannot be used; the message says why and how to mend it, never what the file holds. */
    public static final class KeyFileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ConfigProblem problem;

        public KeyFileException(ConfigProblem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        public ConfigProblem problem() {
            return problem;
        }
    }
}
