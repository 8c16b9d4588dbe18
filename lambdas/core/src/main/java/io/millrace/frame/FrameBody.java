package io.millrace.frame;

import io.millrace.contract.EpochMicros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A frame's body: what all its events share once, then the events.
 *
 * <pre>
 * body     = batchId receivedAt source serviceVersion context? datasets entries
 * datasets = count (dataset contractVersion)*
 * entries  = count (flags datasetIndex postIndex eventId? (rule pointer reason)? payload)*
 * flags    = bit 0: rejected, bit 1: carries a derived event id
 * </pre>
 *
 * <p>Numbers are unsigned varints (LEB128), {@code receivedAt} is epoch microseconds, texts and payloads are a length
 * and bytes (UTF-8 for texts), an absent context is an empty text.
 */
final class FrameBody {
    private static final int REJECTED = 1;
    private static final int DERIVED_ID = 2;

    private FrameBody() {}

    static byte[] write(Frame frame) {
        int payloads = 0;
        for (Entry entry : frame.entries()) {
            payloads += entry.payload().length;
        }
        VarWriter out = new VarWriter(payloads + 64 * frame.entries().size() + 256);
        out.text(frame.batchId());
        out.number(EpochMicros.of(frame.receivedAt()));
        out.text(frame.source());
        out.text(frame.serviceVersion());
        out.text(frame.context() == null ? "" : frame.context());
        Map<Dataset, Integer> datasets = new LinkedHashMap<>();
        for (Entry entry : frame.entries()) {
            datasets.putIfAbsent(Dataset.of(entry), datasets.size());
        }
        out.number(datasets.size());
        for (Dataset dataset : datasets.keySet()) {
            out.text(dataset.name());
            out.text(dataset.contractVersion());
        }
        out.number(frame.entries().size());
        for (Entry entry : frame.entries()) {
            write(entry, datasets.getOrDefault(Dataset.of(entry), 0), out);
        }
        return out.bytes();
    }

    private static void write(Entry entry, int dataset, VarWriter out) {
        Rejection rejection = entry.rejection();
        String eventId = entry.eventId();
        out.number((rejection == null ? 0 : REJECTED) | (eventId == null ? 0 : DERIVED_ID));
        out.number(dataset);
        out.number(entry.index());
        if (eventId != null) {
            out.text(eventId);
        }
        if (rejection != null) {
            out.text(rejection.rule());
            out.text(rejection.pointer());
            out.text(rejection.reason());
        }
        out.blob(entry.payload());
    }

    static Frame read(byte[] body) throws CorruptFrameException {
        VarReader in = new VarReader(body);
        String batchId = in.text();
        Instant receivedAt = EpochMicros.toInstant(in.number());
        String source = in.text();
        String serviceVersion = in.text();
        String context = in.text();
        int datasetCount = in.count();
        List<Dataset> datasets = new ArrayList<>(datasetCount);
        for (int i = 0; i < datasetCount; i++) {
            datasets.add(new Dataset(in.text(), in.text()));
        }
        int entryCount = in.count();
        List<Entry> entries = new ArrayList<>(entryCount);
        for (int i = 0; i < entryCount; i++) {
            entries.add(readEntry(in, datasets));
        }
        in.end();
        return new Frame(batchId, receivedAt, source, serviceVersion, context.isEmpty() ? null : context, entries);
    }

    private static Entry readEntry(VarReader in, List<Dataset> datasets) throws CorruptFrameException {
        long flags = in.number();
        if ((flags & ~(REJECTED | DERIVED_ID)) != 0) {
            throw new CorruptFrameException("Cannot decode frame: unknown entry flags " + flags);
        }
        long dataset = in.number();
        if (dataset < 0 || dataset >= datasets.size()) {
            throw new CorruptFrameException("Cannot decode frame: entry names dataset " + dataset);
        }
        long index = in.number();
        if (index < 0 || index > Integer.MAX_VALUE) {
            throw new CorruptFrameException("Cannot decode frame: entry index " + index);
        }
        String eventId = (flags & DERIVED_ID) != 0 ? in.text() : null;
        Rejection rejection = (flags & REJECTED) != 0 ? new Rejection(in.text(), in.text(), in.text()) : null;
        Dataset named = datasets.get((int) dataset);
        return new Entry(named.name(), named.contractVersion(), (int) index, eventId, in.blob(), rejection);
    }

    private record Dataset(String name, String contractVersion) {
        static Dataset of(Entry entry) {
            return new Dataset(entry.dataset(), entry.contractVersion());
        }
    }
}
