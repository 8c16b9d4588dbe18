package io.millrace.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.frame.Entry;
import io.millrace.lake.Ledger;
import io.millrace.lake.Mill;
import io.millrace.lake.StreamRecord;
import io.millrace.replay.ReplayTables.Limits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lake in memory whose contract had demanded a user and does not any more. */
final class ReplayWorld {
    static final String MARKS = "test.quarantine_replays";
    static final Limits ROOM = new Limits(100, 1_000_000);

    private static final Contract RELAXED = relaxed();

    private ReplayWorld() {}

    static Mill lake() {
        Mill mill = new Mill();
        mill.ledger.begin(ReplayShard.stream("app_events"), Set.of(ReplayShard.NAME));
        return mill;
    }

    /** An event that the door had rejected. */
    static StreamRecord door(long position, String id) {
        return Mill.rejected(position, new String(withoutUser(id), UTF_8));
    }

    /** An event that the row rules reject. */
    static StreamRecord row(long position, String id) {
        return Mill.record(position, List.of(new Entry("app_events", "1.0.0", 0, null, withoutUser(id), null)));
    }

    private static byte[] withoutUser(String id) {
        return """
                {"event_id":"%s","event_type":"click","event_timestamp":"2026-11-21T09:59:00Z"}""".formatted(id).getBytes(UTF_8);
    }

    static ReplayRequest request(@Nullable Cursor after, boolean dryRun) {
        return new ReplayRequest(
                new ReplayFilter("app_events", null, "", "", "", "", Instant.EPOCH, Instant.MAX), after, dryRun);
    }

    static ReplayRun run(Mill mill, Ledger ledger) {
        return run(mill, ledger, request(null, false), ROOM);
    }

    static ReplayRun run(Mill mill, Ledger ledger, ReplayRequest request, Limits limits) {
        ReplayServices services = new ReplayServices(
                ledger,
                mill.store,
                mill.tables,
                mill.tables,
                new MemoryReplayTables(mill.tables),
                table -> "test." + table.name(),
                () -> mill.wakes++,
                Clock.fixed(Mill.NOW.plusSeconds(3600), ZoneOffset.UTC),
                () -> UUID.randomUUID().toString());
        return new ReplayRun(services, RELAXED, request, limits);
    }

    static ReplayResult finish(ReplayRun run) {
        boolean more = true;
        while (more) {
            more = run.advance();
        }
        return run.result();
    }

    static ReplayResult replay(Mill mill) {
        return finish(run(mill, mill.ledger));
    }

    static void advance(ReplayRun run, int steps) {
        for (int i = 0; i < steps; i++) {
            run.advance();
        }
    }

    private static Contract relaxed() {
        Contract now = Contracts.bundled().find("app_events").orElseThrow();
        return new Contract(
                now.dataset(),
                "1.1.0",
                now.domain(),
                now.description(),
                now.owner(),
                now.about(),
                now.fields(),
                now.derived(),
                List.of(),
                List.of("event_id"),
                now.sortedBy(),
                now.eventTime(),
                now.clock(),
                now.format(),
                now.strict(),
                now.serviceLevel(),
                now.support(),
                now.silverTable());
    }
}
