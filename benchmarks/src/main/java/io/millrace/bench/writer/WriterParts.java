package io.millrace.bench.writer;

import com.github.luben.zstd.ZstdDecompressCtx;
import io.millrace.bench.event.EventSet;
import io.millrace.bench.lake.LocalLake;
import io.millrace.bench.measure.Metered;
import io.millrace.bench.measure.Samples;
import io.millrace.bench.measure.Timings;
import io.millrace.bench.measure.Turns;
import io.millrace.contract.Contracts;
import io.millrace.contract.Field;
import io.millrace.contract.Layer;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.StreamRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The writer's whole work on some events, and what of it nobody can do without, each part alone on the same data. */
public final class WriterParts {
    public static final String WHOLE = "writer";
    static final List<String> ALONE = List.of("unpack", "parse", "bronze", "silver");

    /** The first bytes of a record say what it is; the body behind them is compressed. */
    private static final int FRAME_HEADER_BYTES = 12;

    private static final long PUT_UNIT_BYTES = 25 * 1024;

    private final byte[] unpacked = new byte[1 << 20];
    private final EventSet events;
    private final Batches batches;
    private final Path folder;
    private final LocalLake lake;
    private final CapturedRows captured;
    private final List<String> fields;
    private final RowParse parse;

    /** @param folder for the tables' files, emptied as they are written again */
    public WriterParts(EventSet events, Path folder) throws IOException {
        this.events = events;
        this.batches = Batches.of(events);
        this.folder = folder;
        this.fields = Contracts.bundled().find(events.dataset()).orElseThrow().fields().stream()
                .map(Field::name)
                .toList();
        this.parse = new RowParse(fields);
        this.lake = new LocalLake(folder);
        this.captured = new CapturedRows(lake.files());
        write(lake.shard(captured));
    }

    /** Takes part in the turns, whole and in parts. */
    void join(Turns turns) {
        joinWhole(turns);
        turns.with("unpack", Metered.here(this::unpack))
                .with("parse", Metered.here(this::parse))
                .with("bronze", Metered.here(() -> again(Layer.BRONZE)))
                .with("silver", Metered.here(() -> again(Layer.SILVER)));
    }

    /** Takes part in the turns, whole. */
    public void joinWhole(Turns turns) {
        turns.with(WHOLE, Metered.here(() -> {
            empty();
            return write(lake.shard(lake.files()));
        }));
    }

    /** What the parts took together, turn by turn. */
    static Samples sum(Timings timings) {
        return ALONE.stream()
                .map(part -> timings.of(part).thread())
                .reduce(Samples::plus)
                .orElseThrow();
    }

    /** What the files of a layer weigh. */
    public long storedBytes(Layer layer) {
        return captured.files(layer).stream().mapToLong(DataFileRef::bytes).sum();
    }

    int storedFiles(Layer layer) {
        return captured.files(layer).size();
    }

    /** How many rows a layer's tables got. */
    long storedRows(Layer layer) {
        return captured.rows(layer);
    }

    /** Records that the events came in. */
    public long records() {
        return lengths().count();
    }

    public long recordBytes() {
        return lengths().sum();
    }

    /** What Kinesis charges for them: each 25 KB begun. */
    public long putUnits() {
        return lengths()
                .map(length -> (length + PUT_UNIT_BYTES - 1) / PUT_UNIT_BYTES)
                .sum();
    }

    private LongStream lengths() {
        return batches.batches().stream().flatMap(List::stream).mapToLong(record -> record.data().length);
    }

    private long write(LocalLake.Shard shard) {
        batches.batches().forEach(shard::write);
        return batches.events();
    }

    /** Into one buffer, with one context: as cheap as it can be. */
    private long unpack() {
        try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
            for (List<StreamRecord> batch : batches.batches()) {
                for (StreamRecord record : batch) {
                    byte[] data = record.data();
                    int length = data.length - FRAME_HEADER_BYTES;
                    zstd.decompressByteArray(unpacked, 0, unpacked.length, data, FRAME_HEADER_BYTES, length);
                }
            }
        }
        return batches.events();
    }

    private long parse() throws IOException {
        long events = 0;
        for (byte[] event : this.events.events()) {
            events += parse.of(event).length == fields.size() ? 1 : 0;
        }
        return events;
    }

    /** Writes the files of a layer's tables once more. Returns how many events that was. */
    public long again(Layer layer) throws IOException {
        empty();
        captured.again(layer);
        return batches.events();
    }

    /** Takes away what earlier turns wrote. */
    private void empty() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                Files.delete(file);
            }
        }
    }
}
