package cn.huying.knowledge.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    private static final String WHERE = "onnxruntime.native.path";
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(WHERE);
    }

    @Test
    void librariesShouldBeUnpackedOnce() throws IOException {
        NativeLibraries.unpackTo(folder);
        Path library = folder.resolve(System.mapLibraryName("onnxruntime"));
        Files.setLastModifiedTime(library, LONG_AGO);

        NativeLibraries.unpackTo(folder);

        assertThat(Files.getLastModifiedTime(library)).isEqualTo(LONG_AGO);
        assertThat(System.getProperty(WHERE)).isEqualTo(folder.toString());
    }

    @Test
    void halfALibraryShouldBeUnpackedAgain() throws IOException {
        Path library = folder.resolve(System.mapLibraryName("onnxruntime"));
        Files.write(library, new byte[100]);

        NativeLibraries.unpackTo(folder);

        assertThat(Files.size(library)).isGreaterThan(1_000_000);
    }

    @Test
    void aFolderThatCannotBeMadeShouldLeaveItToTheRuntime() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");

        NativeLibraries.unpackTo(file);

        assertThat(System.getProperty(WHERE)).isNull();
    }
}
