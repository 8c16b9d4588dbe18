package io.millrace.proof.mutant;

import io.millrace.lake.ForwardingLedger;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import io.millrace.lake.WriterRun;
import io.millrace.proof.world.DataFiles;
import io.millrace.proof.world.SimRecord;
import io.millrace.proof.world.Variant;
import io.millrace.store.ObjectStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mistakes in what a batch is taken for. */
final class DeliveryMistakes {
    private static final int TRIES = 3;

    private DeliveryMistakes() {}

    static Variant skipByBatchId() {
        return new Variant() {
            private final Set<String> seen = new HashSet<>();

            @Override
            protected List<StreamRecord> given(Ledger ledger, List<SimRecord> batch) {
                SimRecord first = batch.get(0);
                String batchId = first.shard() + "/" + first.delivered().position();
                return seen.add(batchId) ? super.given(ledger, batch) : List.of();
            }
        };
    }

    static Variant earlyAck() {
        return new Variant() {
            @Override
            protected boolean acknowledges(WriterRun.Step next) {
                return next == WriterRun.Step.WRITE_BODY || super.acknowledges(next);
            }
        };
    }

    static Variant latest() {
        return new Variant() {
            @Override
            protected int firstRead(int records) {
                return records;
            }
        };
    }

    static Variant giveUp() {
        return new Variant() {
            @Override
            protected int triesOfABatch() {
                return TRIES;
            }
        };
    }

    static Variant textPositions() {
        return new Variant() {
            @Override
            protected Ledger writersLedger(Ledger ledger, DataFiles files, ObjectStore store) {
                return new ForwardingLedger(ledger) {
                    @Override
                    public Optional<Head> head(ShardId shard) {
                        last = super.head(shard).orElse(null);
                        return Optional.ofNullable(last);
                    }
                };
            }

            private @Nullable Head last;

            @Override
            protected List<StreamRecord> given(Ledger ledger, List<SimRecord> batch) {
                Head head = last;
                Position end = head == null || !head.shard().equals(batch.get(0).shard()) ? null : head.end();
                return super.given(ledger, batch).stream()
                        .filter(record ->
                                end == null || record.position().toString().compareTo(end.toString()) > 0)
                        .toList();
            }
        };
    }
}
