package io.millrace.lake;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of the committer: brings tables that an earlier run left behind up to date, folds the claims that are not
 * folded, and appends the fold to its tables. {@link #advance} does one outside effect. Any number of committers may run
 * at once, and any may end anywhere: they are slow together, never wrong, since a fold is created once and a table takes
 * a fold only on top of the fold before it.
 */
public final class CommitterRun {
    /** What {@link #advance} does next. */
    public enum Step {
        READ_LAST_FOLD,
        LOOK_FOR_FIRST,
        LOAD_TABLE,
        APPEND,
        SETTLE_TABLE,
        GATHER_CLAIMS,
        READ_BODIES,
        WRITE_MANIFEST,
        READ_MANIFEST,
        LOOK_AHEAD,
        CREATE_FOLD,
        WAKE_COMMITTER,
        DONE
    }

    private final CommitterServices services;
    private final Duration spacing;
    private final LakeObjects objects;
    private final CatchUp tables;

    private Step step = Step.READ_LAST_FOLD;
    private FoldManifest last = FoldManifest.none();
    private @Nullable NextFold fold;
    private boolean folded;
    private boolean firstWritten;
    private long provenNumber;

    public CommitterRun(CommitterServices services) {
        this(services, Duration.ZERO);
    }

    /** @param spacing where the newest fold is younger, this run makes none: it brings tables up to date alone */
    public CommitterRun(CommitterServices services, Duration spacing) {
        this.services = services;
        this.spacing = spacing;
        this.objects = new LakeObjects(services.store());
        this.tables = new CatchUp(services, objects);
    }

    public Step next() {
        return step;
    }

    /** Does the next step. Returns whether there is another. */
    public boolean advance() {
        step = switch (step) {
            case READ_LAST_FOLD -> readLastFold();
            case LOOK_FOR_FIRST -> lookForFirst();
            case LOAD_TABLE -> {
                tables.load();
                yield afterTable();
            }
            case APPEND -> {
                tables.append();
                yield afterTable();
            }
            case SETTLE_TABLE -> {
                tables.settle();
                yield afterTable();
            }
            case GATHER_CLAIMS -> gatherClaims();
            case READ_BODIES -> readBodies();
            case WRITE_MANIFEST -> fold().writeManifest() ? Step.CREATE_FOLD : Step.READ_MANIFEST;
            case READ_MANIFEST -> {
                fold().readManifest();
                yield Step.LOOK_AHEAD;
            }
            case LOOK_AHEAD -> lookAhead();
            case CREATE_FOLD -> createFold();
            case WAKE_COMMITTER -> wakeCommitter();
            case DONE -> Step.DONE;
        };
        return step != Step.DONE;
    }

    /**
     * Tables that were not touched because their mark is not on the ledger's chain of folds, with the reason. Somebody
     * has to look; all other tables went on.
     */
    public Map<String, String> refused() {
        return tables.refused();
    }

    /** Tables that could not be brought up to date this time, without being wrong; the next run tries again. */
    public Set<String> behind() {
        return tables.behind();
    }

    /** By how many events an equation does not hold, in the fold that this run has made. */
    public long gapEvents() {
        return folded
                ? last.counts().stream().mapToLong(MinuteCounts::gapEvents).sum()
                : 0;
    }

    private Step readLastFold() {
        Optional<Fold> found = services.ledger().lastFold();
        last = found.map(objects::manifest).orElse(FoldManifest.none());
        tables.begin(last, found.map(Fold::pending).orElse(Set.of()));
        if (last.fold() < provenNumber) {
            throw new LostLedgerException("Cannot go on after fold " + last.fold() + ": the object store proves fold "
                    + provenNumber + "; the ledger is an older one");
        }
        return found.isEmpty() ? Step.LOOK_FOR_FIRST : afterTable();
    }

    /** Without a fold, a ledger is a young one or a lost one. */
    private Step lookForFirst() {
        // One without claims says that a pause began, and its committer died: the next makes it.
        firstWritten =
                objects.fold(1).filter(first -> !first.claims().isEmpty()).isPresent();
        return afterTable();
    }

    private Step afterTable() {
        return tables.next().orElseGet(this::afterTables);
    }

    private Step afterTables() {
        if (folded) {
            return Step.WAKE_COMMITTER;
        }
        boolean early = services.clock().millis() - last.createdAtMillis() < spacing.toMillis();
        return early ? Step.DONE : Step.GATHER_CLAIMS;
    }

    private Step gatherClaims() {
        fold = NextFold.gather(services, objects, last, tables);
        if (!fold.hasClaims() && last.fold() == 0 && firstWritten) {
            throw new LostLedgerException(
                    "Cannot fold claims: the ledger holds none, and the object store has the manifest of fold 1");
        }
        if (fold.hasClaims()) {
            return Step.READ_BODIES;
        }
        return fold.changesPauses() ? Step.WRITE_MANIFEST : Step.DONE;
    }

    private Step readBodies() {
        fold().readBodies();
        return fold().unread() ? Step.READ_BODIES : Step.WRITE_MANIFEST;
    }

    private Step lookAhead() {
        if (!fold().wasCreated()) {
            return Step.CREATE_FOLD;
        }
        provenNumber = fold().number();
        return Step.READ_LAST_FOLD;
    }

    private Step createFold() {
        if (!fold().create()) {
            return Step.READ_LAST_FOLD;
        }
        folded = true;
        last = fold().manifest();
        tables.begin(last, fold().pending());
        return afterTable();
    }

    private Step wakeCommitter() {
        if (fold().leavesClaims() || !tables.behind().isEmpty()) {
            services.wake().committerSoon();
        }
        return Step.DONE;
    }

    private NextFold fold() {
        return Objects.requireNonNull(fold, "fold");
    }
}
