package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.event.Rules;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Ways to break an event that no contract has to forbid: the bytes themselves are wrong. */
final class Damage {

    private static final int TOO_DEEP = 120;
    private static final byte NEVER_IN_UTF8 = (byte) 0xFF;

    private Damage() {}

    static List<Defect> ofBytes() {
        return List.of(
                new Defect(Rules.MALFORMED_JSON, Damage::cutOff),
                new Defect(Rules.INVALID_UTF8, Damage::notUtf8),
                new Defect(Rules.NOT_AN_OBJECT, event -> utf8("\"an event got lost here\"")),
                new Defect(Rules.DUPLICATE_FIELD, Damage::firstFieldTwice),
                new Defect(Rules.JSON_LIMIT, Damage::tooDeep));
    }

    private static byte[] cutOff(ObjectNode event) {
        byte[] whole = EventBytes.of(event);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] notUtf8(ObjectNode event) {
        event.put("note", "?");
        byte[] bytes = EventBytes.of(event);
        // The note ends the event: ..."?"}
        bytes[bytes.length - 3] = NEVER_IN_UTF8;
        return bytes;
    }

    private static byte[] firstFieldTwice(ObjectNode event) {
        String name = event.fieldNames().next();
        String whole = new String(EventBytes.of(event), StandardCharsets.UTF_8);
        return utf8("{\"" + name + "\":" + event.get(name) + "," + whole.substring(1));
    }

    private static byte[] tooDeep(ObjectNode event) {
        String whole = new String(EventBytes.of(event), StandardCharsets.UTF_8);
        String nest = "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP);
        return utf8(whole.substring(0, whole.length() - 1) + ",\"nest\":" + nest + "}");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
