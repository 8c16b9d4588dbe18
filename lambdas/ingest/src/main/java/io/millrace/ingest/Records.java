package io.millrace.ingest;

import io.millrace.event.Control;
import io.millrace.event.Judgment;
import io.millrace.event.Passed;
import io.millrace.event.Rejected;
import io.millrace.frame.Buckets;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.frame.Rejection;
import io.millrace.protocol.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes few records of many events: one frame for each hash bucket, cut only where a record would be too large. */
final class Records {
    /** Most bytes of a record's data: the stream's limit less what the partition key may take. */
    static final int MAX_DATA_BYTES = RecordStream.MAX_RECORD_BYTES - 16;

    private final Buckets buckets;
    private final String serviceVersion;

    Records(Buckets buckets, String serviceVersion) {
        this.buckets = buckets;
        this.serviceVersion = serviceVersion;
    }

    /**
     * The records of a request's kept events: an accepted event and a control record by their partition key, a rejected
     * event by the batch id. They come in lists that must be put one after the other: the second record of a bucket stands in the second list,
     * so that events of one key keep their order even if a record is refused at first.
     *
     * @param body the bytes that the events are slices of
     */
    List<List<StreamRecord>> of(Batch batch, byte[] body, List<Inspected> events) {
        SortedMap<Integer, List<Entry>> byBucket = new TreeMap<>();
        for (Inspected each : events) {
            if (each.dataset() != null && each.contractVersion() != null && each.kept()) {
                byBucket.computeIfAbsent(bucket(batch.id(), each.dataset(), each.judgment()), b -> new ArrayList<>())
                        .add(entry(batch.protocol(), each, each.dataset(), each.contractVersion(), body));
            }
        }
        List<List<StreamRecord>> waves = new ArrayList<>();
        byBucket.forEach((bucket, entries) -> {
            int wave = 0;
            for (byte[] data : encode(batch, entries)) {
                if (wave == waves.size()) {
                    waves.add(new ArrayList<>());
                }
                waves.get(wave++)
                        .add(new StreamRecord(Integer.toString(bucket), buckets.explicitHashKey(bucket), data));
            }
        });
        return waves;
    }

    private int bucket(String batchId, String dataset, Judgment judgment) {
        if (judgment instanceof Passed accepted) {
            return buckets.bucket(dataset, accepted.partitionKey());
        }
        if (judgment instanceof Control control) {
            return buckets.bucket(dataset, control.partitionKey());
        }
        return buckets.bucket("", batchId);
    }

    private static Entry entry(
            Protocol protocol, Inspected event, String dataset, String contractVersion, byte[] body) {
        int from = event.slice().offset();
        byte[] payload = Arrays.copyOfRange(body, from, from + event.slice().length());
        String derivedId =
                event.judgment() instanceof Passed accepted && accepted.eventIdDerived() ? accepted.eventId() : null;
        Rejection rejection = event.judgment() instanceof Rejected rejected
                ? new Rejection(rejected.rule(), rejected.pointer(), rejected.reason())
                : null;
        return new Entry(dataset, contractVersion, event.index(), derivedId, payload, rejection, protocol);
    }

    private List<byte[]> encode(Batch batch, List<Entry> entries) {
        byte[] data = FrameCodec.encode(new Frame(
                batch.id(),
                batch.receivedAt(),
                batch.sentAt(),
                batch.source(),
                serviceVersion,
                batch.context(),
                entries));
        if (data.length <= MAX_DATA_BYTES) {
            return List.of(data);
        }
        if (entries.size() == 1) {
            throw new IllegalStateException("Cannot frame an event in one record: " + data.length + " bytes");
        }
        int half = entries.size() / 2;
        List<byte[]> parts = new ArrayList<>(encode(batch, entries.subList(0, half)));
        parts.addAll(encode(batch, entries.subList(half, entries.size())));
        return parts;
    }
}
