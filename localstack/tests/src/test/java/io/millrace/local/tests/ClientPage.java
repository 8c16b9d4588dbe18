package io.millrace.local.tests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of {@code docs/clients}, whose snippet can be run as it stands there. */
record ClientPage(String name) {
    private static final Pattern SNIPPET = Pattern.compile("```(js|python|java)\n(.*?)```", Pattern.DOTALL);
    private static final Path SNIPPETS = Checkout.root().resolve("localstack/tests/target/clients");

    /** Starts the snippet with the platform's address and key. It prints an id for each event that it sends. */
    Running start(Map<String, String> environment) {
        Matcher snippet = SNIPPET.matcher(read(Checkout.root().resolve("docs/clients/" + name + ".md")));
        if (!snippet.find()) {
            throw new AssertionError("No snippet in the page of " + name);
        }
        String code = snippet.group(2);
        return Running.start(
                switch (snippet.group(1)) {
                    case "js" -> List.of("node", write(SNIPPETS.resolve(name + ".mjs"), code));
                    case "python" ->
                        List.of(ClientTools.PYTHON.toString(), write(SNIPPETS.resolve(name + ".py"), code));
                    default ->
                        List.of(
                                Running.JAVA,
                                "-cp",
                                System.getProperty("java.class.path").replace(';', File.pathSeparatorChar),
                                write(SNIPPETS.resolve(name + ".java"), code));
                },
                environment);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Path file, String code) {
        try {
            return Files.writeString(file, code).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
