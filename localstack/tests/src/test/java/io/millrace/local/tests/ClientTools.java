package io.millrace.local.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The SDKs of other languages, at the versions that are pinned beside the tests. */
final class ClientTools {
    private static final Path TESTS = Checkout.root().resolve("localstack/tests");
    private static final Path FOLDER = TESTS.resolve("target/clients");

    private static final Venv VENV = new Venv(FOLDER.resolve("venv"), TESTS.resolve("src/test/python/clients.txt"));

    static final Path PYTHON = Path.of(VENV.program("python"));

    private ClientTools() {}

    /** Installs them where the snippets run. */
    static void install() {
        try {
            Files.createDirectories(FOLDER);
            for (String file : List.of("package.json", "package-lock.json")) {
                Files.copy(
                        TESTS.resolve("src/test/node").resolve(file),
                        FOLDER.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Not "npm ci": it insists on optional parts for other systems, which the lock does not hold.
        run("npm", "install", "--prefix", FOLDER.toString(), "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
        VENV.install();
    }

    private static void run(String... command) {
        Running.start(List.of(command), Map.of()).await(Duration.ofMinutes(5)).succeeded();
    }
}
