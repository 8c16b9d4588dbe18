package io.millrace.bench.start;

import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A function's folder as the build leaves it and the CDK ships it. */
record PackagedFunction(Path folder) {

    /** Whether it was built. */
    boolean exists() {
        return Files.isDirectory(folder.resolve("lib"));
    }

    /** The class path that Lambda's Java runtime makes of it. */
    String classPath() {
        return folder + File.pathSeparator + folder.resolve("lib") + File.separator + "*";
    }

    /** What it weighs as a zip, which is what is uploaded. */
    long zipBytes() throws IOException {
        CountingStream counting = new CountingStream();
        try (ZipOutputStream zip = new ZipOutputStream(counting)) {
            for (Path file : files()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return counting.bytes;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static final class CountingStream extends FilterOutputStream {
        private long bytes;

        CountingStream() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] more, int from, int length) {
            bytes += length;
        }
    }
}
