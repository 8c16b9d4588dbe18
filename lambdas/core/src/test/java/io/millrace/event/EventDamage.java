package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contract;
import io.millrace.contract.Field;
import io.millrace.contract.SampleEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes events of a contract in the many ways in which senders do, right and wrong, from a seed. */
final class EventDamage {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"Click \"",
            "\"EUR\"",
            "\"\u00c4rger\"",
            "\"\u00a0\ud83d\ude00\"",
            "\"a\\n\\u00e9\\\\\"",
            "\"\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\x\"",
            "\"tab\tin\"",
            "\"" + "y".repeat(300) + "\"",
            "0",
            "-0",
            "7",
            "-12",
            "01",
            "1.50",
            "1.",
            ".5",
            "1e3",
            "1E999",
            "123456789012345678",
            "9223372036854775808",
            "12345678901234567890123456789012345",
            "2147483648",
            "1772366400000",
            "\"12.30\"",
            "\"2026-03-01T12:00:00Z\"",
            "\"2026-03-01T12:00:00.123456789+01:00\"",
            "\"2026-03-01\"",
            "\"2026-02-30T12:00:00Z\"",
            "\"2019-03-01T12:00:00Z\"",
            "\"2027-03-01T12:00:00Z\"",
            "\"2026-03-01T12:00:00\"",
            "{}",
            "{ \"a\" : [ 1 , {\"b\":\"\u00e9\"} , [ ] ] }",
            "{\"a\":1,}",
            "{\"a\":1,\"a\":2}",
            "[]",
            "[1,2,\"three\"]",
            "NaN",
            "nul",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");

    private static final List<String> NAMES = List.of(
            "dataset", "sentAt", "id", "messageId", "timestamp", "event_type", "zzz", "", "\u00e9", "event\\u005fid");

    /** For contracts without examples: a value of each field that has a list of them. */
    private static final Map<String, String> LISTED = Map.of("unit", "C", "currency", "EUR");

    private static final byte[] BYTES = "\"\\{}[]:,0e.- \n\t\u0000nx\u00e9".getBytes(UTF_8);

    private final Contract contract;
    private final Random random;

    EventDamage(Contract contract, long seed) {
        this.contract = contract;
        this.random = new Random(seed);
    }

    byte[] next() {
        List<String> members = new ArrayList<>();
        ObjectNode sample = SampleEvent.of(contract);
        for (Field field : contract.fields()) {
            if (random.nextInt(20) > 0) {
                members.add(member(field, sample.path(field.name())));
            }
        }
        while (random.nextInt(3) == 0) {
            members.add(quoted(one(NAMES)) + blank() + ":" + blank() + one(VALUES));
        }
        if (random.nextInt(8) == 0 && !members.isEmpty()) {
            members.add(one(members));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(members, random);
        }
        byte[] event = (blank() + "{" + String.join(blank() + "," + blank(), members) + blank() + "}").getBytes(UTF_8);
        return random.nextInt(4) == 0 ? damaged(event) : event;
    }

    private String member(Field field, JsonNode example) {
        String name = field.aliases().isEmpty() || random.nextInt(6) > 0 ? field.name() : one(field.aliases());
        String right = example.isMissingNode() ? plain(field) : example.toString();
        return quoted(name) + blank() + ":" + blank() + (random.nextInt(12) > 0 ? right : one(VALUES));
    }

    private static String plain(Field field) {
        return switch (field.jsonType()) {
            case STRING -> quoted(LISTED.getOrDefault(field.name(), "sea"));
            case BOOLEAN -> "true";
            case INTEGER -> "1";
            case NUMBER -> "0.5";
            case TIMESTAMP -> "\"2026-03-01T12:00:00Z\"";
            case DATE -> "\"2026-03-01\"";
            case OBJECT -> "{\"a\":1}";
        };
    }

    private byte[] damaged(byte[] event) {
        byte[] damaged = event.clone();
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int at = random.nextInt(damaged.length);
            damaged[at] = random.nextBoolean()
                    ? BYTES[random.nextInt(BYTES.length)]
                    : (byte) (damaged[at] ^ 1 << random.nextInt(8));
        }
        return damaged;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private String blank() {
        return switch (random.nextInt(12)) {
            case 0 -> " ";
            case 1 -> "\r\n\t";
            default -> "";
        };
    }
}
