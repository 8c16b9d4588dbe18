package io.millrace.send;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** How long events took and how many there were a second, as summaries say it. */
public record Pace(long events, Duration took) {

    /** Adds {@code seconds} and {@code rate}, which is rounded to a tenth. */
    public void writeTo(ObjectNode json) {
        double seconds = took.toMillis() / 1000.0;
        json.put("seconds", seconds);
        json.put("rate", seconds == 0 ? 0 : Math.round(events / seconds * 10) / 10.0);
    }
}
