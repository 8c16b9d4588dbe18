package io.millrace.local.gateway.statement;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Lists of properties in parentheses. */
final class Properties {
    private Properties() {}

    /** {@code ('a' = 'b', …)}, in the order written. */
    static Map<String, String> read(Tokens tokens) throws SyntaxException {
        Map<String, String> properties = new LinkedHashMap<>();
        tokens.expect("(");
        do {
            String key = tokens.string();
            tokens.expect("=");
            properties.put(key, tokens.nextIsString() ? tokens.string() : tokens.value());
        } while (tokens.take(","));
        tokens.expect(")");
        return properties;
    }

    /** {@code (a = 'b', c = ARRAY['d'])}: each value as it is written, strings without their quotes. */
    static Map<String, String> readValues(Tokens tokens) throws SyntaxException {
        Map<String, String> properties = new LinkedHashMap<>();
        tokens.expect("(");
        do {
            String key = tokens.identifier().toLowerCase(Locale.ROOT);
            tokens.expect("=");
            if (tokens.take("ARRAY", "[")) {
                StringBuilder array = new StringBuilder(tokens.string());
                while (tokens.take(",")) {
                    array.append(',').append(tokens.string());
                }
                tokens.expect("]");
                properties.put(key, array.toString());
            } else {
                properties.put(key, tokens.nextIsString() ? tokens.string() : tokens.value());
            }
        } while (tokens.take(","));
        tokens.expect(")");
        return properties;
    }
}
