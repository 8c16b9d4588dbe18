package io.millrace.send;

import io.millrace.contract.Contracts;
import io.millrace.event.FieldTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends the rows of a file as events of one dataset, in the file's order of POSTs, over several connections. */
public final class FileSending {

    private final String dataset;
    private final int batch;
    private final FieldTypes types;
    private final Sender sender;
    private final Progress progress;

    /**
     * @param dataset what the rows are; its contract, when it is one of {@code contracts}, says which cells are numbers
     * @param batch events per POST, at most
     */
    public FileSending(String dataset, Contracts contracts, int batch, Sender sender, Progress progress) {
        this.dataset = dataset;
        this.batch = batch;
        this.types = FieldTypes.of(contracts.find(dataset));
        this.sender = sender;
        this.progress = progress;
    }

    /**
     * Sends every row and waits for the answers.
     *
     * @param file NDJSON or CSV, gzip or not
     * @param map which column is which field; without one a row is sent as it is: an NDJSON line byte for byte, a CSV
     *     row with its columns as fields
     * @throws RowException if a row cannot be read; rows before it may have been sent
     * @throws IllegalArgumentException if the map file is not a map
     * @throws RefusedException if the door refuses the events as a whole
     */
    public Summary send(Path file, @Nullable Path map) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Summary summary = new Summary(file, dataset);
        try (Rows rows = Rows.open(file)) {
            Function<Row, byte[]> maker = maker(rows, map);
            PostBuilder post = new PostBuilder(dataset, batch);
            long first = 1;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                byte[] event = maker.apply(row);
                if (!post.hasRoomFor(event)) {
                    submit(post.take(), first, summary);
                    first = row.number();
                }
                post.add(event);
            }
            if (!post.isEmpty()) {
                submit(post.take(), first, summary);
            }
        }
        sender.finish();
        summary.took(Duration.ofNanos(System.nanoTime() - begun));
        return summary;
    }

    private Function<Row, byte[]> maker(Rows rows, @Nullable Path map) throws IOException {
        if (map != null) {
            return new EventMaker(dataset, RowMapFile.read(map), types)::event;
        }
        return rows instanceof NdjsonRows ? Row::raw : new AsFields(types)::event;
    }

    private void submit(Post post, long firstRow, Summary summary) throws InterruptedException {
        sender.submit(post, outcome -> {
            summary.add(post, firstRow, outcome);
            progress.at(summary.answered(), 0, summary.detail());
        });
    }
}
