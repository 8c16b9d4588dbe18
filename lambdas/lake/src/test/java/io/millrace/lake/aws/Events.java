package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Stream records as the door makes them. */
final class Events {
    /** One POST's frame with a click of each id, received now. */
    static byte[] frame(String batchId, String... eventIds) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Entry> entries = new ArrayList<>();
        for (String id : eventIds) {
            String event = """
                    {"event_id":"%s","event_type":"click","event_timestamp":"%s","user_id":"u1"}""".formatted(id, now);
            entries.add(new Entry("app_events", "1.0.0", entries.size(), null, event.getBytes(UTF_8), null));
        }
        return FrameCodec.encode(new Frame(batchId, now, "shop", "test", null, entries));
    }

    private Events() {}
}
