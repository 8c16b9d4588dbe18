package io.millrace.local.tests;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie in the checkout that is under test. */
final class Checkout {
    private Checkout() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("cdk.json"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "Cannot find the checkout above " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    /** State of the platform under test; survives a failed run for a look at its logs. */
    static Path state() {
        return root().resolve("localstack/tests/target/platform");
    }
}
