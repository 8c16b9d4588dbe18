package io.millrace.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the command belongs to. */
final class Checkout {

    private Checkout() {}

    /** Where the platform keeps its data: {@code MILLRACE_STATE}, else {@code .millrace} in the checkout. */
    static Path state() {
        String named = System.getenv().getOrDefault("MILLRACE_STATE", "");
        return named.isBlank() ? root().resolve(".millrace") : Path.of(named);
    }

    /** As the script in front of the command says, else the nearest folder above that looks like one. */
    static Path root() {
        String told = System.getProperty("millrace.root");
        if (told != null) {
            return Path.of(told);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("cdk.json")) && Files.isDirectory(folder.resolve("contracts"))) {
                return folder;
            }
        }
        throw new IllegalArgumentException(
                "Cannot find the Millrace checkout above " + here + ": run ./millrace in it");
    }
}
