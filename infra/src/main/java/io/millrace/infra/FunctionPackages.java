package io.millrace.infra;

import java.nio.file.Files;
import java.nio.file.Path;

/** The built functions: {@code lambdas/NAME/target/function}, a folder of jars each. */
public record FunctionPackages(Path lambdas) {
    /**
     * @throws IllegalStateException if it has not been built
     */
    public Path folder(String name) {
        Path folder = lambdas.resolve(name)
                .resolve("target")
                .resolve("function")
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("Cannot deploy function package " + name + ": there is no " + folder
                    + "; build it with mvn package");
        }
        return folder;
    }
}
