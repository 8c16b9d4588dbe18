package io.millrace.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in an installation that says what was installed. It is written last, so that an interrupted one starts again. */
record Stamp(Path file) {

    static Stamp in(Path installation) {
        return new Stamp(installation.resolve("millrace.stamp"));
    }

    /** Whether it is there and says this. */
    boolean says(String wanted) {
        try {
            return Files.exists(file) && Files.readString(file).equals(wanted);
        } catch (IOException e) {
            throw DiskProblem.explain("read " + file, e);
        }
    }

    /** @param task of the installation, as {@code install the CDK command} */
    void write(String installed, String task) {
        try {
            Files.writeString(file, installed);
        } catch (IOException e) {
            throw DiskProblem.explain(task, e);
        }
    }
}
