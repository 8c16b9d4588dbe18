package io.millrace.local.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One local platform for all integration tests: started by the first, stopped after the last. */
final class LocalPlatform implements BeforeAllCallback {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Started.class, unused -> new Started(), Started.class);
    }

    /** Runs a millrace command to its end. */
    static Outcome millrace(String... arguments) {
        return start(arguments).await(PATIENCE);
    }

    /** Starts a millrace command. The build is the reactor's: the script that builds what is stale is left out. */
    static Running start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Running.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Dmillrace.root=" + Checkout.root(),
                "-cp",
                Checkout.root().resolve("cli/target/app/lib") + File.separator + "*",
                "io.millrace.cli.Millrace"));
        command.addAll(List.of(arguments));
        return Running.start(command, Map.of("MILLRACE_STATE", Checkout.state().toString()));
    }

    /** One number from SQL, through Athena's API. */
    static long count(String sql) {
        return rows(sql).get(0).elements().next().asLong();
    }

    /** Rows from SQL, through Athena's API. */
    static JsonNode rows(String sql) {
        return millrace("query", sql, "--format", "json").succeeded().json();
    }

    static void settle() {
        millrace("settle", "--timeout", "120s").succeeded();
    }

    /** The pid of a part, as status says. */
    static ProcessHandle part(String name) {
        for (JsonNode part : millrace("status", "--json").json().get("parts")) {
            if (part.get("name").asText().equals(name)) {
                return ProcessHandle.of(part.get("pid").asLong()).orElseThrow();
            }
        }
        throw new AssertionError("No part named " + name);
    }

    private static final class Started implements AutoCloseable {
        Started() {
            if (Files.exists(Checkout.state())) {
                millrace("down", "--wipe").succeeded();
            }
            millrace("up").succeeded();
        }

        @Override
        public void close() {
            millrace("down").succeeded();
        }
    }
}
