package io.millrace.lake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contract.Contracts;
import io.millrace.contract.EpochMicros;
import io.millrace.evolution.ContractChange;
import io.millrace.evolution.DeployedContracts;
import io.millrace.evolution.Difference;
import io.millrace.evolution.Review;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One deployment's change of contracts: reviewed against those that are deployed, then made in the tables, then recorded,
 * then told. Cut off anywhere and run again it ends in the same state; a notice may come twice, a record does not.
 */
final class ContractMigration {
    private static final Logger LOG = LoggerFactory.getLogger(ContractMigration.class);

    private final Migration tables;
    private final SchemaHistory history;
    private final SchemaNotices notices;
    private final Set<String> acceptedBreaks;
    private final Clock clock;

    /** What was done: the changes of contracts in words, and those of tables. */
    record Outcome(List<String> changes, MigrationResult tables) {
        Outcome {
            changes = List.copyOf(changes);
        }
    }

    ContractMigration(
            Migration tables, SchemaHistory history, SchemaNotices notices, Set<String> acceptedBreaks, Clock clock) {
        this.tables = tables;
        this.history = history;
        this.notices = notices;
        this.acceptedBreaks = Set.copyOf(acceptedBreaks);
        this.clock = clock;
    }

    /**
     * Deploys contracts.
     *
     * @throws MigrationRefusedException if they break what is deployed; then nothing has changed
     */
    Outcome apply(Contracts next) {
        Optional<DeployedContracts> deployed = history.deployed();
        Review review = Review.of(deployed, next, acceptedBreaks);
        MigrationResult result = migrate(next, review);
        if (deployed.isEmpty() || !deployed.get().texts().equals(next.texts())) {
            record(deployed, review, next);
        }
        tell();
        List<String> changes = new ArrayList<>();
        for (ContractChange change : review.changes()) {
            changes.add(change + ": " + review.verdict(change));
            if (!review.rollback()) {
                change.versionProblem().ifPresent(problem -> LOG.warn("{}: {}", change.dataset(), problem));
            }
        }
        return new Outcome(changes, result);
    }

    private MigrationResult migrate(Contracts next, Review review) {
        try {
            if (!review.refusals().isEmpty()) {
                throw new MigrationRefusedException(review.refusals());
            }
            return tables.apply(ContractTables.of(next), review.agreed());
        } catch (MigrationRefusedException e) {
            try {
                notices.refused(clock.instant(), e.reasons(), review.toJson());
            } catch (RuntimeException unsent) {
                e.addSuppressed(unsent);
            }
            throw e;
        }
    }

    private void record(Optional<DeployedContracts> deployed, Review review, Contracts next) {
        Instant now = clock.instant();
        JsonNode changes = review.toJson();
        DeployedContracts recorded = deployed.map(before -> before.next(next, now, changes))
                .orElseGet(() -> DeployedContracts.first(next, now, changes));
        List<Object[]> rows = new ArrayList<>();
        for (ContractChange change : review.changes()) {
            for (Difference each : change.differences()) {
                rows.add(new Object[] {
                    recorded.number(),
                    change.dataset(),
                    change.fromVersion(),
                    change.toVersion(),
                    review.rollback() ? "rollback" : each.weight().verdict(),
                    each.place(),
                    each.change(),
                    each.reason(),
                    each.tableChange(),
                    EpochMicros.of(now),
                    next.digest()
                });
            }
        }
        history.record(deployed.orElse(null), recorded, rows);
    }

    /** A topic that does not answer must not undo a deployment: the next migration tells what this one could not. */
    private void tell() {
        try {
            history.untold().ifPresent(deployed -> {
                if (!deployed.changes().isEmpty()) {
                    notices.changed(deployed);
                }
                history.told();
            });
        } catch (RuntimeException e) {
            LOG.warn("Cannot tell of the deployed contracts: the next migration tries again", e);
        }
    }
}
