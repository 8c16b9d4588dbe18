package io.millrace.job.landing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.millrace.contract.Contract;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.Checker;
import io.millrace.event.Claimed;
import io.millrace.event.FieldTypes;
import io.millrace.event.Rejected;
import io.millrace.event.RowBuilder;
import io.millrace.event.RowMeta;
import io.millrace.event.Stage;
import io.millrace.event.Verdict;
import io.millrace.format.Checkers;
import io.millrace.job.landing.CsvLines.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds the rows of one file to the contract, by the code that holds events to theirs. */
final class RowCheck {
    private static final String SOURCE = "landing";
    private static final String MALFORMED_ROW = "malformed_row";

    private final LandedFile file;
    private final Contract contract;
    private final List<String> header;
    private final Checker checker;
    private final FieldTypes types;
    private final RowBuilder rows;
    private final Instant ingestedAt;

    RowCheck(LandedFile file, Contract contract, List<String> header, Instant ingestedAt) {
        this.file = file;
        this.contract = contract;
        this.header = header;
        this.checker = Checkers.of(contract);
        this.types = FieldTypes.of(Optional.of(contract));
        this.rows = new RowBuilder(contract);
        this.ingestedAt = ingestedAt;
    }

    /** A row with a cell for each column; an empty cell is an absent field. */
    CheckedRow row(Line line, List<String> cells) {
        ObjectNode landed = JsonNodeFactory.instance.objectNode();
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            landed.put(header.get(i), cell);
            if (!cell.isEmpty()) {
                typed.set(header.get(i), types.typed(header.get(i), TextNode.valueOf(cell)));
            }
        }
        byte[] json = typed.toString().getBytes(UTF_8);
        Verdict verdict = checker.check(json, 0, json.length, Arrival.of(landedAt(), SOURCE));
        if (verdict instanceof Accepted accepted) {
            RowMeta meta = meta(line);
            return new CheckedRow(
                    rows.bronze(meta, accepted.claimed(), landed.toString()), rows.silver(meta, accepted), null);
        }
        return rejected(line, landed.toString(), (Rejected) verdict);
    }

    /** A row that has no cells to look at. */
    CheckedRow unreadable(Line line, String reason) {
        return rejected(line, line.text(), new Rejected(Claimed.NOTHING, MALFORMED_ROW, "", reason));
    }

    private CheckedRow rejected(Line line, String payload, Rejected rejected) {
        RowMeta meta = meta(line);
        return new CheckedRow(
                rows.bronze(meta, rejected.claimed(), payload),
                null,
                RowBuilder.quarantine(meta, Stage.ROW, rejected, payload.getBytes(UTF_8)));
    }

    private RowMeta meta(Line line) {
        return new RowMeta(
                file.loadId(),
                micros(landedAt()),
                micros(ingestedAt),
                SOURCE,
                file.location(),
                Long.toString(line.line()),
                contract.version(),
                contract.version(),
                null,
                null,
                null);
    }

    private Instant landedAt() {
        return Instant.ofEpochMilli(file.modifiedMillis());
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
