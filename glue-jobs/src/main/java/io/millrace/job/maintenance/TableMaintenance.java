package io.millrace.job.maintenance;

import io.millrace.job.JobContext;
import io.millrace.upkeep.TagPlan;
import org.apache.iceberg.Table;

/** All that is done to one table. Each part commits by itself, so that it may end anywhere and be run again. */
record TableMaintenance(JobContext context, SortOrders orders, Compaction compaction, Expiry expiry) {
    TableResult run(TableName name) {
        Table table = context.lake().table(name.layer(), name.table());
        context.output(name.layer(), name.table());
        // Tags come first: what they name outlives the expiry.
        TagPlan tags = new Tags(context.startedAt(), context.dryRun()).run(table);
        CompactionResult compacted = compaction.run(table, orders.of(name, table));
        table.refresh();
        int manifests = new Manifests(context).run(table);
        table.refresh();
        ExpiryResult expired = expiry.run(table);
        return new TableResult(
                name.layer(), name.table(), tags.make().keySet(), tags.drop(), compacted, manifests, expired);
    }
}
