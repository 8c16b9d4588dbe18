package io.millrace.job.publish;

import io.millrace.contract.TableRules;
import io.millrace.job.JobContext;
import io.millrace.job.Layer;
import io.millrace.job.quality.Audit;
import io.millrace.job.quality.QualityGate;
import io.millrace.job.quality.QualityHistory;
import io.millrace.job.quality.Version;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/**
 * Write, audit, publish. Readers see one whole version that passed its gate, whenever a run is cut off and however many
 * run at once: what is published is exactly the version that was audited, and only on top of the one that it was made of.
 */
public final class Publish {
    private static final int MAX_ATTEMPTS = 3;

    private final JobContext context;
    private final QualityGate gate;
    private final QualityHistory history;

    public Publish(JobContext context) {
        this.context = context;
        this.gate = new QualityGate(context);
        this.history = new QualityHistory(context);
    }

    /**
     * Brings a table to its next version, if that passes. A version that does not stays on its branch for a while.
     *
     * @param rules of the contract, by {@link TableRules#read}
     * @param writer of the version; the table must be there
     * @throws IllegalStateException if others published again and again while this run was at it
     */
    public Publication publish(Layer layer, TableRules rules, BranchWriter writer) throws NoSuchTableException {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            AuditBranch branch = AuditBranch.open(context, layer, rules.table(), attempt);
            writer.write(branch.sqlName());
            if (!branch.changed()) {
                branch.remove();
                return new Publication.Unchanged();
            }
            Version version = branch.version();
            Audit audit = gate.audit(layer, rules, version);
            history.add(audit);
            if (!audit.passed()) {
                return new Publication.Refused(
                        branch.name(), audit, audit.failure(rules.support(), branch.published(), true));
            }
            if (branch.publish(version)) {
                return new Publication.Published(version.snapshotId(), audit);
            }
            branch.remove();
        }
        throw new IllegalStateException("Cannot publish " + rules.table() + ": others published it " + MAX_ATTEMPTS
                + " times while this run was at it");
    }
}
