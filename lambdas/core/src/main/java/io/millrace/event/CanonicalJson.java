package io.millrace.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One spelling for JSON texts that say the same: no white space, members sorted by the UTF-16 units of their names,
 * strings escaped as little as can be. This is RFC 8785 but for numbers, which keep the sender's digits (so that long
 * integers stay exact), repeated names, which keep their order, and halves of surrogate pairs, which stay escaped.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The canonical form of the value that the parser stands before. */
    public static String of(JsonParser parser) throws IOException {
        StringBuilder out = new StringBuilder();
        parser.nextToken();
        value(parser, out);
        return out.toString();
    }

    private static void value(JsonParser parser, StringBuilder out) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, out);
            case START_ARRAY -> array(parser, out);
            case VALUE_STRING -> string(parser.getText(), out);
            default -> out.append(parser.getText());
        }
    }

    private static void object(JsonParser parser, StringBuilder out) throws IOException {
        List<Map.Entry<String, String>> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            StringBuilder member = new StringBuilder();
            string(name, member);
            member.append(':');
            parser.nextToken();
            value(parser, member);
            members.add(Map.entry(name, member.toString()));
        }
        members.sort(Comparator.comparing(Map.Entry<String, String>::getKey));
        out.append('{');
        for (int i = 0; i < members.size(); i++) {
            out.append(i == 0 ? "" : ",").append(members.get(i).getValue());
        }
        out.append('}');
    }

    private static void array(JsonParser parser, StringBuilder out) throws IOException {
        out.append('[');
        boolean first = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!first) {
                out.append(',');
            }
            first = false;
            value(parser, out);
        }
        out.append(']');
    }

    /** Appends a text as a JSON string. */
    public static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else if (c < ' ' || Character.isSurrogate(c)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
