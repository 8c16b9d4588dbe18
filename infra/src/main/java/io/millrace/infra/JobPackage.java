package io.millrace.infra;

import java.nio.file.Files;
import java.nio.file.Path;

/** The built jobs: the folder {@code glue-jobs}. */
public record JobPackage(Path folder) {
    /** The one jar of all jobs. */
    Path jar() {
        return existing("target/app/millrace-glue-jobs.jar");
    }

    /** The script that Glue asks for beside a jar. */
    Path script() {
        return existing("entry.scala");
    }

    private Path existing(String name) {
        Path file = folder.resolve(name).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("Cannot deploy jobs: there is no " + file + "; build it with mvn package");
        }
        return file;
    }
}
