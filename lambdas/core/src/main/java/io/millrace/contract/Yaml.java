package io.millrace.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML value that knows its line, for messages that name it. */
sealed interface Yaml {
    /** From 1. */
    int line();

    record Mapping(int line, Map<String, Yaml> entries) implements Yaml {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    record Sequence(int line, List<Yaml> items) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A text, a {@link Boolean}, a {@link Number} or null. */
    record Scalar(int line, @Nullable Object value) implements Yaml {}

    /** A text that is not YAML, or more than one document. */
    final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final String problem;

        SyntaxException(int line, String problem) {
            super("line " + line + ": " + problem);
            this.line = line;
            this.problem = problem;
        }

        int line() {
            return line;
        }

        String problem() {
            return problem;
        }
    }

    /** Apart, so that who reads packed contracts does not load a YAML parser. */
    final class Parser {
        private static final YAMLFactory FACTORY = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        private Parser() {}
    }

    /** Parses one document. */
    static Yaml parse(String text) throws SyntaxException {
        try (JsonParser parser = Parser.FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new SyntaxException(1, "is empty");
            }
            Yaml document = value(parser);
            if (parser.nextToken() != null) {
                throw new SyntaxException(line(parser), "holds more than one document");
            }
            return document;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new SyntaxException(
                    line, "is not YAML: " + e.getOriginalMessage().replaceAll("\\s*\\R\\s*", " "));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
    }

    /** The value that the parser is at, of YAML or of JSON; leaves it at the value's end. */
    static Yaml value(JsonParser parser) throws IOException {
        int line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Yaml> entries = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    entries.put(key, value(parser));
                }
                yield new Mapping(line, entries);
            }
            case START_ARRAY -> {
                List<Yaml> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new Sequence(line, items);
            }
            case VALUE_NULL -> new Scalar(line, null);
            case VALUE_TRUE -> new Scalar(line, true);
            case VALUE_FALSE -> new Scalar(line, false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(line, parser.getNumberValue());
            default -> new Scalar(line, parser.getText());
        };
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
