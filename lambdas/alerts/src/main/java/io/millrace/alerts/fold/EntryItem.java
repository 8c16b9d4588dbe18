package io.millrace.alerts.fold;

import io.millrace.alert.AlertState;
import io.millrace.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An entry as an item of the table, and back. */
final class EntryItem {
    /** How long after its last message a trouble is remembered: an alarm may go on for weeks before it ends. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private EntryItem() {}

    static Map<String, AttributeValue> write(Entry entry) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("dedup_key", text(entry.key()));
        item.put("version", number(entry.version()));
        item.put("state", text(entry.state().name()));
        item.put("severity", text(entry.severity().name()));
        item.put("title", text(entry.title()));
        item.put("at", time(entry.at()));
        item.put("message_id", text(entry.messageId()));
        item.put("sending", time(entry.sending()));
        item.put("sent", AttributeValue.fromBool(entry.sent()));
        item.put("delivered", text(entry.delivered()));
        item.put("fold_until", time(entry.foldUntil()));
        item.put("told", number(entry.told()));
        item.put("repeated", number(entry.repeated()));
        item.put(
                "recent_ids",
                AttributeValue.fromL(
                        entry.recentIds().stream().map(EntryItem::text).toList()));
        item.put("expires_at", number(entry.foldUntil().plus(REMEMBERED).getEpochSecond()));
        return item;
    }

    static Entry read(Map<String, AttributeValue> item) {
        return new Entry(
                get(item, "dedup_key").s(),
                Long.parseLong(get(item, "version").n()),
                AlertState.valueOf(get(item, "state").s()),
                Severity.valueOf(get(item, "severity").s()),
                get(item, "title").s(),
                time(get(item, "at")),
                get(item, "message_id").s(),
                time(get(item, "sending")),
                get(item, "sent").bool(),
                get(item, "delivered").s(),
                time(get(item, "fold_until")),
                Integer.parseInt(get(item, "told").n()),
                Integer.parseInt(get(item, "repeated").n()),
                get(item, "recent_ids").l().stream().map(AttributeValue::s).toList());
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static AttributeValue time(Instant time) {
        return number(time.toEpochMilli());
    }

    private static Instant time(AttributeValue millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis.n()));
    }

    private static AttributeValue get(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }
}
