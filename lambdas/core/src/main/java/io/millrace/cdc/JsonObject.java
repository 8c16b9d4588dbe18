package io.millrace.cdc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.event.Json;
import io.millrace.event.Rules;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each left as bytes. */
record JsonObject(JsonValue value, Map<String, JsonValue> members) implements SourceBlock {

    static JsonObject read(JsonValue object) throws IOException, UnreadableChangeException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        try (JsonParser parser = object.parser()) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getByteOffset();
                String pointer = object.pointer() + Json.pointer(name);
                JsonValue member = new JsonValue(object.json(), object.offset() + start, end - start, token, pointer);
                if (members.put(name, member) != null) {
                    throw new UnreadableChangeException(Rules.DUPLICATE_FIELD, pointer, "must be there once");
                }
            }
        }
        return new JsonObject(object, members);
    }

    @Override
    public @Nullable JsonValue find(String name) {
        JsonValue member = members.get(name);
        return member == null || member.isNull() ? null : member;
    }

    /** The object of that name, or null. */
    @Nullable
    JsonObject findObject(String name) throws IOException, UnreadableChangeException {
        JsonValue member = find(name);
        return member == null ? null : member.object();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    boolean hasObject(String name) {
        JsonValue member = members.get(name);
        return member != null && member.isObject();
    }

    boolean hasText(String name) {
        JsonValue member = members.get(name);
        return member != null && member.isText();
    }

    /** Whether it has no other members than these. */
    boolean hasOnly(Set<String> names) {
        return names.containsAll(members.keySet());
    }

    @Override
    public UnreadableChangeException lacks(String name, String why) {
        return new UnreadableChangeException(Rules.REQUIRED, value.pointer() + Json.pointer(name), why);
    }
}
