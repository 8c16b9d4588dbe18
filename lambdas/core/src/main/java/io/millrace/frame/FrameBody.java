package io.millrace.frame;

import io.millrace.contract.EpochMicros;
import io.millrace.protocol.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A frame's body: what all its events share once, then the events.
 *
 * <pre>
 * body     = batchId receivedAt sentAt? source serviceVersion context? datasets entries
 * datasets = count (dataset contractVersion)*
 * entries  = count (flags datasetIndex postIndex eventId? (rule pointer reason)? payload)*
 * flags    = bit 0: rejected, bit 1: carries a derived event id, from bit 2: code of the protocol
 * </pre>
 *
 * <p>Numbers are unsigned varints (LEB128), times are epoch microseconds, {@code sentAt} is a 0, or a 1 and a time, texts
 * and payloads are a length and bytes (UTF-8 for texts), an absent context is an empty text. Version 1 has neither
 * {@code sentAt} nor protocols: all its events are plain.
 */
final class FrameBody {
    private static final int REJECTED = 1;
    private static final int DERIVED_ID = 2;
    private static final int PROTOCOL_SHIFT = 2;

    private FrameBody() {}

    static VarWriter write(Frame frame) {
        int payloads = 0;
        for (Entry entry : frame.entries()) {
            payloads += entry.payload().length;
        }
        VarWriter out = new VarWriter(payloads + 64 * frame.entries().size() + 256);
        out.text(frame.batchId());
        out.number(EpochMicros.of(frame.receivedAt()));
        Instant sentAt = frame.sentAt();
        out.number(sentAt == null ? 0 : 1);
        if (sentAt != null) {
            out.number(EpochMicros.of(sentAt));
        }
        out.text(frame.source());
        out.text(frame.serviceVersion());
        out.text(frame.context() == null ? "" : frame.context());
        List<Dataset> datasets = new ArrayList<>();
        int[] datasetOf = new int[frame.entries().size()];
        for (int i = 0; i < datasetOf.length; i++) {
            datasetOf[i] = indexOf(frame.entries().get(i), datasets);
        }
        out.number(datasets.size());
        for (Dataset dataset : datasets) {
            out.text(dataset.name());
            out.text(dataset.contractVersion());
        }
        out.number(datasetOf.length);
        for (int i = 0; i < datasetOf.length; i++) {
            write(frame.entries().get(i), datasetOf[i], out);
        }
        return out;
    }

    /** Where the entry's dataset stands in the list, which it is added to if need be: few in one frame, mostly one. */
    private static int indexOf(Entry entry, List<Dataset> datasets) {
        for (int i = 0; i < datasets.size(); i++) {
            if (datasets.get(i).isOf(entry)) {
                return i;
            }
        }
        datasets.add(new Dataset(entry.dataset(), entry.contractVersion()));
        return datasets.size() - 1;
    }

    private static void write(Entry entry, int dataset, VarWriter out) {
        Rejection rejection = entry.rejection();
        String eventId = entry.eventId();
        int marks = (rejection == null ? 0 : REJECTED) | (eventId == null ? 0 : DERIVED_ID);
        out.number(marks | entry.protocol().code() << PROTOCOL_SHIFT);
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

    /** @param version of the envelope, a known one */
    static Frame read(byte[] body, byte version) throws CorruptFrameException {
        VarReader in = new VarReader(body);
        String batchId = in.text();
        Instant receivedAt = EpochMicros.toInstant(in.number());
        Instant sentAt = version == FrameCodec.WITHOUT_PROTOCOLS ? null : sentAt(in);
        String source = in.text();
        String serviceVersion = in.text();
        String context = in.text();
        int datasetCount = in.count();
        if (datasetCount > FrameCodec.MAX_ENTRIES) {
            throw new CorruptFrameException("Cannot decode frame: " + datasetCount + " datasets");
        }
        List<Dataset> datasets = new ArrayList<>(datasetCount);
        for (int i = 0; i < datasetCount; i++) {
            datasets.add(new Dataset(in.text(), in.text()));
        }
        int entryCount = in.count();
        if (entryCount > FrameCodec.MAX_ENTRIES) {
            throw new CorruptFrameException("Cannot decode frame: " + entryCount + " events");
        }
        List<Entry> entries = new ArrayList<>(entryCount);
        for (int i = 0; i < entryCount; i++) {
            entries.add(readEntry(in, datasets, version));
        }
        in.end();
        return new Frame(
                batchId, receivedAt, sentAt, source, serviceVersion, context.isEmpty() ? null : context, entries);
    }

    private static @Nullable Instant sentAt(VarReader in) throws CorruptFrameException {
        long present = in.number();
        if (present != 0 && present != 1) {
            throw new CorruptFrameException("Cannot decode frame: sent-at is marked " + present);
        }
        return present == 0 ? null : EpochMicros.toInstant(in.number());
    }

    private static Entry readEntry(VarReader in, List<Dataset> datasets, byte version) throws CorruptFrameException {
        long flags = in.number();
        Optional<Protocol> protocol = Protocol.of(flags >>> PROTOCOL_SHIFT);
        if (protocol.isEmpty() || (version == FrameCodec.WITHOUT_PROTOCOLS && protocol.get() != Protocol.PLAIN)) {
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
        return new Entry(
                named.name(), named.contractVersion(), (int) index, eventId, in.blob(), rejection, protocol.get());
    }

    private record Dataset(String name, String contractVersion) {
        boolean isOf(Entry entry) {
            return name.equals(entry.dataset()) && contractVersion.equals(entry.contractVersion());
        }
    }
}
