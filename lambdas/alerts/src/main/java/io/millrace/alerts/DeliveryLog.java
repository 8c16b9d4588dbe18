package io.millrace.alerts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.alert.Alert;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of JSON for each message: what became of it. */
final class DeliveryLog {
    private final PrintStream out;

    DeliveryLog(PrintStream out) {
        this.out = out;
    }

    void write(Instant time, String messageId, Alert alert, String became, @Nullable Throwable cause) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("time", time.toString());
        line.put("level", cause == null ? "INFO" : "ERROR");
        line.put("messageId", messageId);
        line.put("dedupKey", alert.dedupKey());
        line.put("severity", alert.severity().name().toLowerCase(Locale.ROOT));
        line.put("state", alert.state().name().toLowerCase(Locale.ROOT));
        line.put("title", alert.title());
        line.put("became", became.toLowerCase(Locale.ROOT));
        if (cause != null) {
            line.put("cause", cause.toString());
        }
        out.println(line);
    }
}
