package io.millrace.proof.mutant;

import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBodyCodec;
import io.millrace.lake.ForwardingLedger;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.LedgerException;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.proof.world.DataFiles;
import io.millrace.proof.world.Variant;
import io.millrace.store.ObjectStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mistakes in how claims and folds are kept. */
final class LedgerMistakes {
    private LedgerMistakes() {}

    /** The shard's k-th claim is put over another, and the head follows, whoever moved it before. */
    static Variant unconditionalClaim() {
        return writers((ledger, files, store) -> new ForwardingLedger(ledger) {
            @Override
            public boolean claim(Head head, Claim claim) {
                Head now = ledger.head(head.shard()).orElse(head);
                Claim next = new Claim(claim.shard(), now.k() + 1, claim.id(), claim.end(), claim.body());
                return super.claim(now, next);
            }
        });
    }

    static Variant deleteAfterDoubt() {
        return writers((ledger, files, store) -> new ForwardingLedger(ledger) {
            @Override
            public boolean claim(Head head, Claim claim) {
                try {
                    return super.claim(head, claim);
                } catch (LedgerException e) {
                    ClaimBodyCodec.read(store.read(claim.body())).files().forEach(file -> files.delete(file.path()));
                    throw e;
                }
            }
        });
    }

    static Variant noGeneration() {
        return new Variant() {
            @Override
            protected Ledger writersLedger(Ledger ledger, DataFiles files, ObjectStore store) {
                return new WithoutGeneration(ledger);
            }
        };
    }

    /** Two writers that make the same claim write its body over each other's. */
    static Variant overwrittenBody() {
        return new Variant() {
            private @Nullable ObjectStore store;

            @Override
            protected ObjectStore writersStore(ObjectStore behind) {
                store = store == null ? new OverwritingStore(behind) : store;
                return store;
            }
        };
    }

    /** Two committers that propose the same fold write its manifest over each other's. */
    static Variant overwrittenManifest() {
        return new Variant() {
            @Override
            protected ObjectStore committersStore(ObjectStore behind) {
                return new OverwritingStore(behind);
            }
        };
    }

    /** A listing misses what was written last, all but the one claim that it is asked for. */
    static Variant laggingClaims() {
        return new Variant() {
            @Override
            protected Ledger windowsLedger(Ledger ledger) {
                return new ForwardingLedger(ledger) {
                    @Override
                    public List<Claim> claims(ShardId shard, long after, int limit) {
                        List<Claim> all = super.claims(shard, after, limit);
                        return limit == 1 || all.isEmpty() ? all : all.subList(0, all.size() - 1);
                    }
                };
            }
        };
    }

    private static Variant writers(Seen seen) {
        return new Variant() {
            @Override
            protected Ledger writersLedger(Ledger ledger, DataFiles files, ObjectStore store) {
                return seen.through(ledger, files, store);
            }
        };
    }

    private interface Seen {
        Ledger through(Ledger ledger, DataFiles files, ObjectStore store);
    }

    private static final class WithoutGeneration extends ForwardingLedger {
        WithoutGeneration(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Optional<Head> head(ShardId shard) {
            ShardId older = older(shard);
            return super.head(older).map(head -> as(shard, head));
        }

        @Override
        public boolean attempt(Head head, @Nullable Position suspect) {
            return super.attempt(as(older(head.shard()), head), suspect);
        }

        @Override
        public void forgive(Head head) {
            super.forgive(as(older(head.shard()), head));
        }

        @Override
        public boolean claim(Head head, Claim claim) {
            ShardId older = older(head.shard());
            return super.claim(as(older, head), new Claim(older, claim.k(), claim.id(), claim.end(), claim.body()));
        }

        @Override
        public List<Claim> claims(ShardId shard, long after, int limit) {
            return super.claims(older(shard), after, limit);
        }

        /** The first generation's shard of the same name, if it has a head. */
        private ShardId older(ShardId shard) {
            ShardId first = new ShardId("events-g1", shard.shard());
            return super.head(first).isPresent() ? first : shard;
        }

        private static Head as(ShardId shard, Head head) {
            return new Head(shard, head.k(), head.end(), head.claimId(), head.attempts(), head.suspect());
        }
    }
}
