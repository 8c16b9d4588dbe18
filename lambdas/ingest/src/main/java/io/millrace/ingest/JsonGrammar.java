package io.millrace.ingest;

import java.util.BitSet;

/**
 * Whether bytes are one JSON text (RFC 8259), whatever letters are in its strings and however deep it nests: for events
 * that no parser will read. Takes a bit of memory for each level, and one pass.
 */
final class JsonGrammar {
    private static final String HEX = "0123456789abcdefABCDEF";

    private final byte[] json;
    private final int end;
    private final BitSet objects = new BitSet();
    private int at;
    private int depth;
    private Next next = Next.VALUE;

    private enum Next {
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        COMMA_OR_END,
        NOTHING
    }

    private JsonGrammar(byte[] json, int from, int end) {
        this.json = json;
        this.at = from;
        this.end = end;
    }

    static boolean holds(byte[] json, Slice slice) {
        return new JsonGrammar(json, slice.offset(), slice.offset() + slice.length()).read();
    }

    private boolean read() {
        for (at = JsonScan.skipBlank(json, at, end); at < end; at = JsonScan.skipBlank(json, at, end)) {
            boolean right = switch (next) {
                case VALUE -> value();
                case VALUE_OR_END -> json[at] == ']' ? close() : value();
                case NAME -> name();
                case NAME_OR_END -> json[at] == '}' ? close() : name();
                case COLON -> step(':', Next.VALUE);
                case COMMA_OR_END -> commaOrEnd();
                case NOTHING -> false;
            };
            if (!right) {
                return false;
            }
        }
        return next == Next.NOTHING;
    }

    private boolean value() {
        switch (json[at]) {
            case '{' -> {
                return open(true);
            }
            case '[' -> {
                return open(false);
            }
            case '"' -> {
                return string() && ended();
            }
            case 't' -> {
                return word("true") && ended();
            }
            case 'f' -> {
                return word("false") && ended();
            }
            case 'n' -> {
                return word("null") && ended();
            }
            default -> {
                return number() && ended();
            }
        }
    }

    private boolean open(boolean object) {
        objects.set(depth++, object);
        at++;
        next = object ? Next.NAME_OR_END : Next.VALUE_OR_END;
        return true;
    }

    private boolean close() {
        depth--;
        at++;
        return ended();
    }

    /** After a value. */
    private boolean ended() {
        next = depth == 0 ? Next.NOTHING : Next.COMMA_OR_END;
        return true;
    }

    private boolean commaOrEnd() {
        boolean object = objects.get(depth - 1);
        return json[at] == (object ? '}' : ']') ? close() : step(',', object ? Next.NAME : Next.VALUE);
    }

    private boolean step(char wanted, Next then) {
        next = then;
        return json[at++] == wanted;
    }

    private boolean name() {
        next = Next.COLON;
        return json[at] == '"' && string();
    }

    private boolean string() {
        for (at++; at < end; at++) {
            byte b = json[at];
            if (b == '"') {
                at++;
                return true;
            }
            if ((b >= 0 && b < ' ') || (b == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        at++;
        if (at < end && json[at] == 'u') {
            for (int i = 0; i < 4; i++) {
                at++;
                if (at >= end || HEX.indexOf(json[at]) < 0) {
                    return false;
                }
            }
            return true;
        }
        return at < end && "\"\\/bfnrt".indexOf(json[at]) >= 0;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at >= end || json[at] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        skip("-");
        if (!skip("0") && !digits()) {
            return false;
        }
        if (skip(".") && !digits()) {
            return false;
        }
        if (skip("eE")) {
            skip("+-");
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int from = at;
        while (at < end && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        return at > from;
    }

    private boolean skip(String anyOf) {
        boolean there = at < end && anyOf.indexOf(json[at]) >= 0;
        at += there ? 1 : 0;
        return there;
    }
}
