package io.millrace.job.maintenance;

import io.millrace.job.JobContext;
import io.millrace.job.ledger.LedgerAccess;
import io.millrace.job.ledger.TableMarks;
import io.millrace.lake.OrphanRule;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what nothing refers to, in all tables, by the one rule that knows what the stream's claims still name.
 *
 * @param age files younger than this are never removed
 */
record OrphanRemoval(JobContext context, LedgerAccess ledger, Duration age) {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanRemoval.class);

    OrphanReport run(List<TableName> tables) {
        Clock now = Clock.fixed(context.startedAt(), ZoneOffset.UTC);
        OrphanRule rule = OrphanRule.of(ledger.ledger(), ledger.store(), new TableMarks(context.lake()), now, age);
        Optional<String> refusal = rule.refusal();
        if (refusal.isPresent()) {
            LOG.warn("{}", refusal.get());
            return OrphanReport.refused(refusal.get());
        }
        OrphanFiles files = new OrphanFiles(context, rule);
        return new OrphanReport(
                null,
                tables.stream()
                        .map(files::run)
                        .filter(result -> result.files() > 0)
                        .toList());
    }
}
