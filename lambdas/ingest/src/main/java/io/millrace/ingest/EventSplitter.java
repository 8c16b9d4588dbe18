package io.millrace.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells the events of a body apart by its bytes: one JSON object, a JSON array, or NDJSON. Nothing is copied.
 *
 * <p>A body is NDJSON when its first line is a whole object and more follows. When the first line is broken, the
 * content type decides, else that every one of several lines opens an object.
 */
final class EventSplitter {
    private final byte[] body;
    private final int maxEvents;
    private final Lookout lookout;
    private final List<Slice> events = new ArrayList<>();

    private EventSplitter(byte[] body, int maxEvents, Lookout lookout) {
        this.body = body;
        this.lookout = lookout;
        this.maxEvents = maxEvents;
    }

    /**
     * Cuts a body.
     *
     * @param contentType what the request claims, or the empty string
     */
    static Split split(byte[] body, String contentType, int maxEvents) {
        return split(body, contentType, maxEvents, Lookout.NONE);
    }

    /** The same, and has the events of an array looked at on the way. */
    static Split split(byte[] body, String contentType, int maxEvents, Lookout lookout) {
        return new EventSplitter(body, maxEvents, lookout).cut(contentType.toLowerCase(Locale.ROOT));
    }

    private Split cut(String contentType) {
        int start = JsonScan.skipBlank(body, byteOrderMark(), body.length);
        if (start == body.length) {
            return new Refusal(400, "no_events", "Cannot find an event: the body is empty");
        }
        if (body[start] == '[') {
            return array(start);
        }
        if (body[start] == '{') {
            int end = JsonScan.valueEnd(body, start, body.length);
            if (end != JsonScan.NONE && JsonScan.skipBlank(body, end, body.length) == body.length) {
                return new Slices(List.of(new Slice(start, end - start)), false);
            }
            if (end != JsonScan.NONE && endsLine(end)) {
                return lines(start);
            }
        }
        if (contentType.contains("ndjson") || contentType.contains("jsonl") || everyLineOpensAnObject(start)) {
            return lines(start);
        }
        if (body[start] != '{') {
            return new Refusal(
                    415,
                    "not_json",
                    String.format(
                            Locale.ROOT,
                            "Cannot read the body: it starts with byte 0x%02x; send a JSON object, a JSON array or"
                                    + " NDJSON, plain or gzip",
                            body[start]));
        }
        return malformed("the object that starts at byte " + start + " does not end, or something follows it", start);
    }

    private int byteOrderMark() {
        boolean marked = body.length >= 3 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    private Split array(int start) {
        int at = JsonScan.skipBlank(body, start + 1, body.length);
        if (at < body.length && body[at] == ']') {
            return new Refusal(400, "no_events", "Cannot find an event: the array is empty");
        }
        while (at < body.length) {
            Sighting sighting = lookout.see(body, at);
            int end = sighting == null
                    ? JsonScan.valueEnd(body, at, body.length)
                    : sighting.event().end();
            if (end == JsonScan.NONE || end == at) {
                return malformed("no whole value starts", at);
            }
            if (events.size() == maxEvents) {
                return tooMany(maxEvents);
            }
            events.add(new Slice(at, end - at, sighting));
            at = JsonScan.skipBlank(body, end, body.length);
            if (at < body.length && body[at] == ']') {
                int rest = JsonScan.skipBlank(body, at + 1, body.length);
                return rest == body.length ? new Slices(events, false) : malformed("something follows the array", rest);
            }
            if (at < body.length && body[at] != ',') {
                return malformed("neither ',' nor ']' stands", at);
            }
            at = JsonScan.skipBlank(body, at + 1, body.length);
        }
        return malformed("the array does not end", body.length);
    }

    private Split lines(int start) {
        for (int at = start; at < body.length; ) {
            int end = lineEnd(at);
            int last = end;
            while (last > at && JsonScan.isBlank(body[last - 1])) {
                last--;
            }
            if (events.size() == maxEvents) {
                return tooMany(maxEvents);
            }
            events.add(new Slice(at, last - at));
            at = JsonScan.skipBlank(body, end, body.length);
        }
        return new Slices(events, true);
    }

    private boolean everyLineOpensAnObject(int start) {
        int lines = 0;
        for (int at = start; at < body.length; at = JsonScan.skipBlank(body, lineEnd(at), body.length)) {
            if (body[at] != '{') {
                return false;
            }
            lines++;
        }
        return lines > 1;
    }

    private boolean endsLine(int from) {
        return JsonScan.skipBlank(body, from, body.length) > lineEnd(from);
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < body.length && body[at] != '\n') {
            at++;
        }
        return at;
    }

    static Refusal tooMany(int maxEvents) {
        return new Refusal(
                413,
                "too_many_events",
                "Cannot take more than " + maxEvents + " events in one request; send the others in another");
    }

    private static Refusal malformed(String what, int at) {
        return new Refusal(400, "malformed_body", "Cannot parse the body as JSON: " + what + " at byte " + at);
    }
}
