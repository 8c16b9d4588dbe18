package io.millrace.alerts.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.alert.Alert;
import io.millrace.alert.AlertState;
import io.millrace.alerts.Delivery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as Slack shows it: a coloured bar, a header, what it says, who it is for and what to do, its values, when. All
 * within Slack's limits, however long the alert.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit: blocks and their limits</a>
 */
final class SlackMessage {
    private static final int MAX_HEADER_CHARS = 150;
    private static final int MAX_SECTION_CHARS = 3000;
    private static final int MAX_FIELD_CHARS = 2000;
    private static final int MAX_FIELDS = 10;
    /** More values than that are nobody's to read on a phone. */
    private static final int MAX_DETAILS = 2 * MAX_FIELDS;

    private static final int MAX_NAME_CHARS = 100;
    private static final int MAX_VALUE_CHARS = 500;

    private final String environment;

    SlackMessage(String environment) {
        this.environment = environment;
    }

    ObjectNode write(Delivery delivery) {
        Alert alert = delivery.alert();
        Look look = Look.of(alert);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        // What notifications and screen readers show.
        message.put("text", Mrkdwn.escape(look.word() + ": " + alert.title(), MAX_SECTION_CHARS));
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("color", look.color());
        ArrayNode blocks = attachment.putArray("blocks");
        ObjectNode header = blocks.addObject().put("type", "header").putObject("text");
        header.put("type", "plain_text")
                .put("text", Mrkdwn.cut(look.word() + ": " + oneLine(alert.title()), MAX_HEADER_CHARS))
                .put("emoji", false);
        if (!alert.text().isBlank()) {
            mrkdwn(
                    blocks.addObject().put("type", "section").putObject("text"),
                    Mrkdwn.escape(alert.text().strip(), MAX_SECTION_CHARS));
        }
        fields(blocks, people(alert));
        fields(blocks, details(alert));
        mrkdwn(blocks.addObject().put("type", "context").putArray("elements").addObject(), context(delivery));
        return message;
    }

    private static List<String> people(Alert alert) {
        List<String> fields = new ArrayList<>();
        add(fields, "Owner", alert.owner());
        add(fields, "Channel", alert.channel());
        add(fields, "Dataset", alert.dataset());
        add(fields, "Table", alert.table());
        String runbook = alert.runbook();
        if (runbook != null) {
            fields.add("*Runbook*\n"
                    + Mrkdwn.link(runbook, "What to do")
                            .filter(link -> link.length() < MAX_FIELD_CHARS - MAX_NAME_CHARS)
                            .orElseGet(() -> Mrkdwn.escape(runbook, MAX_VALUE_CHARS)));
        }
        return fields;
    }

    private static List<String> details(Alert alert) {
        List<String> fields = new ArrayList<>();
        alert.details().entrySet().stream()
                .limit(MAX_DETAILS)
                .forEach(each -> add(fields, each.getKey(), each.getValue()));
        return fields;
    }

    private static void add(List<String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.add("*" + Mrkdwn.escape(oneLine(name), MAX_NAME_CHARS) + "*\n"
                    + Mrkdwn.escape(value.strip(), MAX_VALUE_CHARS));
        }
    }

    private static void fields(ArrayNode blocks, List<String> all) {
        for (int from = 0; from < all.size(); from += MAX_FIELDS) {
            ArrayNode fields = blocks.addObject().put("type", "section").putArray("fields");
            all.subList(from, Math.min(from + MAX_FIELDS, all.size()))
                    .forEach(text -> mrkdwn(fields.addObject(), text));
        }
    }

    private String context(Delivery delivery) {
        Alert alert = delivery.alert();
        String when = "<!date^" + alert.at().getEpochSecond() + "^{date_short_pretty} {time_secs}|" + alert.at() + ">";
        String context = "Millrace " + environment + " · " + when;
        if (delivery.repeated() == 0) {
            return context;
        }
        String times = delivery.repeated() == 1 ? "once more" : delivery.repeated() + " times more";
        return context + " · it was told " + times + " since the last message";
    }

    /** {@code verbatim}: Slack makes no links, channels or people of words in it. */
    private static void mrkdwn(ObjectNode to, String text) {
        to.put("type", "mrkdwn").put("text", text).put("verbatim", true);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** How a message catches the eye. */
    private record Look(String word, String color) {
        static Look of(Alert alert) {
            if (alert.state() == AlertState.RESOLVED) {
                return new Look("RESOLVED", "#2e7d32");
            }
            return switch (alert.severity()) {
                case INFO -> new Look("INFO", "#1565c0");
                case WARNING -> new Look("WARNING", "#f9a825");
                case ERROR -> new Look("ERROR", "#e65100");
                case CRITICAL -> new Look("CRITICAL", "#b71c1c");
            };
        }
    }
}
