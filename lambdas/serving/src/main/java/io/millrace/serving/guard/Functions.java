package io.millrace.serving.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that compute a value from their arguments and nothing else: the list in {@code functions.txt}. */
final class Functions {
    private static final String LIST = "functions.txt";
    private static final Set<String> ALLOWED = read();

    private Functions() {}

    static boolean isAllowed(String name) {
        return ALLOWED.contains(name.toLowerCase(Locale.ROOT));
    }

    static Set<String> all() {
        return ALLOWED;
    }

    private static Set<String> read() {
        try (InputStream file = Functions.class.getResourceAsStream(LIST)) {
            if (file == null) {
                throw new IllegalStateException("Cannot read " + LIST + ": it is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" +")))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LIST, e);
        }
    }
}
