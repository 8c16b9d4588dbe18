package io.millrace.bench.event;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Events as the bodies of POSTs. */
public final class Posts {
    private Posts() {}

    /** JSON arrays of so many events each; the last may have fewer. */
    public static List<byte[]> of(EventSet events, int eventsAPost) {
        List<byte[]> bodies = new ArrayList<>();
        for (int from = 0; from < events.events().size(); from += eventsAPost) {
            int until = Math.min(from + eventsAPost, events.events().size());
            bodies.add(array(events.events().subList(from, until)));
        }
        return bodies;
    }

    private static byte[] array(List<byte[]> events) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write('[');
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(events.get(i));
        }
        body.write(']');
        return body.toByteArray();
    }
}
