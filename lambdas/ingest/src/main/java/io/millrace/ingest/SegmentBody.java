package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.event.IsoTime;
import io.millrace.event.Json;
import io.millrace.event.Utf8;
import io.millrace.protocol.Protocol;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call to Segment's tracking API: one message, or an object whose {@code batch} holds the messages. Either
 * may carry {@code writeKey} and {@code sentAt} beside them.
 */
final class SegmentBody {
    private static final String BATCH = "batch";

    private final byte[] body;
    private final Map<String, Slice> members = new HashMap<>();

    private SegmentBody(byte[] body) {
        this.body = body;
    }

    static Opened open(byte[] body, SegmentPath path, int maxEvents) {
        int start = JsonScan.skipBlank(body, Utf8.bomLength(body, 0, body.length), body.length);
        if (start == body.length) {
            return new Refusal(400, "no_events", "Cannot find an event: the body is empty");
        }
        if (body[start] != '{') {
            return new Refusal(415, "not_json", "Cannot read the body: send a JSON object, plain or gzip");
        }
        int end = JsonScan.valueEnd(body, start, body.length);
        if (end == JsonScan.NONE
                || JsonScan.skipBlank(body, end, body.length) != body.length
                || !JsonGrammar.holds(body, new Slice(start, end - start))) {
            return new Refusal(400, "malformed_body", "Cannot parse the body as JSON");
        }
        SegmentBody segment = new SegmentBody(body);
        segment.readMembers(start);
        return path.batch() ? segment.batch(maxEvents) : segment.one(path, new Slice(start, end - start));
    }

    /** The members of the object; of two of one name the first counts. The bytes are known to be JSON. */
    private void readMembers(int start) {
        int at = JsonScan.skipBlank(body, start + 1, body.length);
        while (body[at] != '}') {
            int nameEnd = JsonScan.valueEnd(body, at, body.length);
            String name = new String(body, at + 1, nameEnd - at - 2, UTF_8);
            int colon = JsonScan.skipBlank(body, nameEnd, body.length);
            int value = JsonScan.skipBlank(body, colon + 1, body.length);
            int end = JsonScan.valueEnd(body, value, body.length);
            members.putIfAbsent(name, new Slice(value, end - value));
            at = afterComma(end);
        }
    }

    private int afterComma(int from) {
        int at = JsonScan.skipBlank(body, from, body.length);
        return body[at] == ',' ? JsonScan.skipBlank(body, at + 1, body.length) : at;
    }

    private Opened one(SegmentPath path, Slice message) {
        // The message says itself when it was sent.
        return new Parcel(body, new Slices(List.of(message), false), path.protocol(), null, text("writeKey"));
    }

    private Opened batch(int maxEvents) {
        Slice batch = members.get(BATCH);
        if (batch == null || body[batch.offset()] != '[') {
            return new Refusal(400, "no_events", "Cannot find an event: the body has no array 'batch'");
        }
        List<Slice> messages = new ArrayList<>();
        int at = JsonScan.skipBlank(body, batch.offset() + 1, body.length);
        while (body[at] != ']') {
            if (messages.size() == maxEvents) {
                return EventSplitter.tooMany(maxEvents);
            }
            int end = JsonScan.valueEnd(body, at, body.length);
            messages.add(new Slice(at, end - at));
            at = afterComma(end);
        }
        return new Parcel(body, new Slices(messages, false), Protocol.SEGMENT, time(text("sentAt")), text("writeKey"));
    }

    private static @Nullable Instant time(@Nullable String text) {
        OptionalLong micros = text == null ? OptionalLong.empty() : IsoTime.micros(text);
        return micros.isPresent() ? Instant.EPOCH.plus(micros.getAsLong(), ChronoUnit.MICROS) : null;
    }

    private @Nullable String text(String name) {
        Slice slice = members.get(name);
        if (slice == null || body[slice.offset()] != '"') {
            return null;
        }
        try (JsonParser json = Json.parser(body, slice.offset(), slice.length())) {
            return json.nextToken() == JsonToken.VALUE_STRING ? json.getText() : null;
        } catch (IOException e) {
            return null; // no UTF-8: no key and no time that anybody knows
        }
    }
}
