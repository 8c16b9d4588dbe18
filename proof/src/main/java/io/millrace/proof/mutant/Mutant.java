package io.millrace.proof.mutant;

import io.millrace.proof.world.Variant;
import java.util.function.Supplier;

/** One mistake each. */
public enum Mutant {
    MARK_BEFORE_COMMIT("the table's mark moves in a commit of its own, before the append", TableMistakes::markFirst),
    MARK_AFTER_COMMIT("the table's mark moves in a commit of its own, after the append", TableMistakes::markLast),
    APPEND_WITHOUT_CONDITION("the append does not look at the table's mark", TableMistakes::unconditional),
    RECOMMIT("an append of unknown outcome is committed again", TableMistakes::recommit),
    INDEX_IN_SUMMARY("the mark is read from snapshots, and expiry takes it away", TableMistakes::summaryOnly),
    COMPACTION_CARRIES_MARK("compaction writes back the mark that it began with", TableMistakes::carriedMark),
    ORPHANS_BLIND_TO_CLAIMS("orphan removal looks at tables only", TableMistakes::blindRemoval),
    ORPHANS_LISTED_FIRST("orphan removal lists the tables before it looks at claims", TableMistakes::tablesListedFirst),
    SKIP_BY_BATCH_ID("a batch is skipped if its first record was seen", DeliveryMistakes::skipByBatchId),
    ACK_BEFORE_CLAIM("the batch is acknowledged once its files are written", DeliveryMistakes::earlyAck),
    LATEST("a shard that is read for the first time is read from its tip", DeliveryMistakes::latest),
    GIVE_UP("a batch is given up after three failures", DeliveryMistakes::giveUp),
    TEXT_POSITIONS("sequence numbers compare as text", DeliveryMistakes::textPositions),
    NO_GENERATION("heads are kept without the stream's generation", LedgerMistakes::noGeneration),
    CLAIM_WITHOUT_CONDITION("a claim does not look at the head", LedgerMistakes::unconditionalClaim),
    DELETE_AFTER_DOUBT("a writer deletes its files after an ambiguous answer", LedgerMistakes::deleteAfterDoubt),
    BODY_OVERWRITTEN("a claim's body may be written over another", LedgerMistakes::overwrittenBody),
    MANIFEST_OVERWRITTEN("a fold's manifest may be written over another", LedgerMistakes::overwrittenManifest),
    LAGGING_CLAIMS("claims are listed eventually consistently", LedgerMistakes::laggingClaims),
    CLAIMS_BY_AGE("a claim is removed once it is a day old", ClaimMistakes::byAge),
    CLAIMS_ONCE_FOLDED("a claim is removed once it is folded, whatever its shard's window", ClaimMistakes::onceFolded),
    RESTS_BEFORE_ITS_FOLD("a shard rests while it has claims to fold", ClaimMistakes::restsBeforeItsFold),
    HASHES_BEFORE_CLAIM("hashes join the window in memory before the claim stands", WindowMistakes::hashesBeforeClaim),
    CHILD_STARTS_EMPTY("a child shard starts without its parents' window", WindowMistakes::emptyChild),
    LAGGING_LINEAGE("a shard that is not listed yet is taken for a first one", WindowMistakes::laggingLineage);

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // only ever a method's reference
    private final Supplier<Variant> variants;

    Mutant(String text, Supplier<Variant> variants) {
        this.text = text;
        this.variants = variants;
    }

    /** The mistake, for people. */
    public String text() {
        return text;
    }

    /** The protocol with this mistake in it, for one schedule. */
    public Variant variant() {
        return variants.get();
    }
}
