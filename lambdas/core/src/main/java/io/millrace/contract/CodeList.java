package io.millrace.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of codes that somebody else keeps, for contracts to name instead of copying: {@code millrace.codes}. */
enum CodeList {
    /** Currencies of ISO 4217 that money can have been of since 2020, so neither XXX (none) nor XTS (tests). */
    ISO4217;

    /** The codes, in the order of the alphabet. */
    Set<String> codes() {
        String file = name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = CodeList.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Cannot read code list: no resource " + file);
            }
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s+")).stream()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read code list: " + file, e);
        }
    }
}
