package io.millrace.event;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Steps over the members of a JSON object in UTF-8, and makes only what it is asked to of the last text or number. Each
 * step answers whether it is sure, as {@link JsonSkip} is; after one that is not, the walk is of no more use.
 */
public final class ByteWalk {
    private final byte[] json;
    private final int end;
    private int at;
    private int from;
    private int to;
    private boolean escaped;
    private boolean ascii;

    /** Over the bytes from {@code from} to before {@code end}. */
    public ByteWalk(byte[] json, int from, int end) {
        this.json = json;
        this.at = from;
        this.end = end;
    }

    /** The next byte that is not white space; 0 at the end. */
    public byte peek() {
        at = JsonSkip.blanks(json, at, end);
        return at < end ? json[at] : 0;
    }

    /** Steps over that one byte, if it is the next that is not white space. */
    public boolean take(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** Steps over a member's name and the colon after it. */
    public boolean name() {
        return text() && to - from <= JsonSkip.MAX_NAME_BYTES && take(':');
    }

    /** Steps over a text. */
    public boolean text() {
        if (peek() != '"') {
            return false;
        }
        from = at + 1;
        int i = JsonSkip.letters(json, from);
        boolean plain = i < end && json[i] == '"';
        int after = plain ? i + 1 : JsonSkip.text(json, at, end);
        if (after == JsonSkip.UNSURE) {
            return false;
        }
        to = after - 1;
        at = after;
        escaped = false;
        ascii = true;
        for (; i < to; i++) {
            escaped |= json[i] == '\\';
            ascii &= json[i] >= 0;
        }
        return true;
    }

    /** Steps over a number. */
    public boolean number() {
        peek();
        from = at;
        ascii = true;
        return stepTo(JsonSkip.number(json, at, end));
    }

    /** Steps over that word, if it is next. */
    public boolean word(String word) {
        peek();
        from = at;
        return stepTo(JsonSkip.word(json, at, end, word));
    }

    /** Steps over any value. */
    public boolean value() {
        peek();
        from = at;
        return stepTo(JsonSkip.value(json, at, end));
    }

    private boolean stepTo(int offset) {
        at = offset;
        to = offset;
        return offset != JsonSkip.UNSURE;
    }

    /** The offset after what was stepped over. */
    public int at() {
        return at;
    }

    /** Where the last text (after its quote) or other value begins. */
    public int from() {
        return from;
    }

    /** Where the last text (before its quote) or other value ends. */
    public int to() {
        return to;
    }

    /** Whether the last text has an escape, so that its bytes are not what it says. */
    public boolean escaped() {
        return escaped;
    }

    /** Whether the last text is ASCII. */
    public boolean ascii() {
        return ascii;
    }

    /** Whether the last text or name has those letters, of ASCII. */
    public boolean is(String ascii) {
        return to - from == ascii.length() && JsonSkip.word(json, from, to, ascii) == to;
    }

    /** The number of the last text or name, or -1. */
    int number(ByteNames names) {
        return names.find(json, from, to);
    }

    /** Whether the last text, of ASCII, has neither a blank at its ends nor a capital letter. */
    boolean trimmedAndLower() {
        for (int i = from; i < to; i++) {
            if (json[i] >= 'A' && json[i] <= 'Z') {
                return false;
            }
        }
        return from == to || (json[from] != ' ' && json[to - 1] != ' ');
    }

    /** The last text as a time, as {@link IsoTime#micros(String)}. */
    OptionalLong micros() {
        return IsoTime.micros(json, from, to);
    }

    /** The last text as a day, as {@link IsoTime#days(String)}. */
    OptionalLong days() {
        return IsoTime.days(json, from, to);
    }

    /** The last number, if it has no fraction and at most 18 characters. */
    OptionalLong integer() {
        boolean negative = json[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            if (json[i] == '.' || to - from > 18) {
                return OptionalLong.empty();
            }
            value = value * 10 + (json[i] - '0');
        }
        return OptionalLong.of(negative ? -value : value);
    }

    /** All from an offset to here. */
    String since(int start) {
        return new String(json, start, at - start, StandardCharsets.UTF_8);
    }

    /** The last text without escapes, or other value, where it stands. */
    TextBytes textBytes() {
        return TextBytes.of(json, from, to);
    }

    /** The last text without escapes, or number. */
    public String string() {
        return new String(json, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
