package io.millrace.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.event.Json;
import io.millrace.event.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Members of one JSON object by their pointers, each as the bytes that stand there: a number keeps its digits, an object
 * its text. Of a member that is there twice the first counts; one that is null is not there.
 */
final class Members {
    /** The object itself. */
    static final String WHOLE = "";

    private final Map<String, Member> found;

    private Members(Map<String, Member> found) {
        this.found = found;
    }

    /**
     * One pass over an object, going down only where a wanted pointer leads.
     *
     * @param wanted pointers to members of objects; their names need no escaping
     * @return empty when the bytes are no JSON object in UTF-8
     */
    static Optional<Members> read(byte[] json, int offset, int length, Set<String> wanted) {
        if (length < 2 || json[offset] != '{' || json[offset + 1] == 0 || !Utf8.isValid(json, offset, length)) {
            return Optional.empty();
        }
        Map<String, Member> found = new HashMap<>();
        try (JsonParser parser = Json.parser(json, offset, length)) {
            parser.nextToken();
            new Walk(json, offset, found).object(parser, WHOLE, wanted);
            if (parser.nextToken() != null) {
                return Optional.empty();
            }
        } catch (JsonProcessingException e) {
            return Optional.empty(); // whoever checks the event says what is wrong with it
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
        found.put(WHOLE, new Member(JsonToken.START_OBJECT, json, offset, offset + length));
        return Optional.of(new Members(found));
    }

    Optional<Member> find(String pointer) {
        return Optional.ofNullable(found.get(pointer));
    }

    /** The text of a string; empty for anything else. */
    Optional<String> text(String pointer) {
        return find(pointer).flatMap(Member::text);
    }

    /** A value where it stands. */
    @SuppressWarnings("ArrayRecordComponent") // a place in the message, never compared
    record Member(JsonToken token, byte[] json, int from, int to) {

        /** The value's own bytes, as text. */
        String raw() {
            return new String(json, from, to - from, StandardCharsets.UTF_8);
        }

        boolean isObject() {
            return token == JsonToken.START_OBJECT;
        }

        boolean isNumber() {
            return token.isNumeric();
        }

        Optional<String> text() {
            if (token != JsonToken.VALUE_STRING) {
                return Optional.empty();
            }
            try (JsonParser parser = Json.parser(json, from, to - from)) {
                parser.nextToken();
                return Optional.of(parser.getText());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read again what was read before", e);
            }
        }

        /** The members of an object in their order, by their names. */
        Map<String, Member> children() {
            Map<String, Member> children = new LinkedHashMap<>();
            try (JsonParser parser = Json.parser(json, from, to - from)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    children.putIfAbsent(name, here(parser, json, from));
                }
                return children;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read again what was read before", e);
            }
        }

        private static Member here(JsonParser parser, byte[] json, int offset) throws IOException {
            JsonToken token = parser.currentToken();
            int from = offset + (int) parser.currentTokenLocation().getByteOffset();
            // A string is read to its end only when somebody asks for it.
            parser.finishToken();
            parser.skipChildren();
            int to = offset + (int) parser.currentLocation().getByteOffset();
            return new Member(token, json, from, to);
        }
    }

    private static final class Walk {
        private final byte[] json;
        private final int offset;
        private final Map<String, Member> found;

        Walk(byte[] json, int offset, Map<String, Member> found) {
            this.json = json;
            this.offset = offset;
            this.found = found;
        }

        void object(JsonParser parser, String path, Set<String> wanted) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String pointer = path + "/" + parser.currentName();
                JsonToken token = parser.nextToken();
                if (token == JsonToken.START_OBJECT && leads(pointer, wanted)) {
                    int from = offset + (int) parser.currentTokenLocation().getByteOffset();
                    object(parser, pointer, wanted);
                    int to = offset + (int) parser.currentLocation().getByteOffset();
                    found.putIfAbsent(pointer, new Member(token, json, from, to));
                } else if (token != JsonToken.VALUE_NULL && wanted.contains(pointer)) {
                    found.putIfAbsent(pointer, Member.here(parser, json, offset));
                } else {
                    parser.skipChildren();
                }
            }
        }

        private static boolean leads(String pointer, Set<String> wanted) {
            String inside = pointer + "/";
            for (String each : wanted) {
                if (each.startsWith(inside)) {
                    return true;
                }
            }
            return false;
        }
    }
}
