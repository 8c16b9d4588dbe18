package io.millrace.local.host.poller;

import io.millrace.local.host.assembly.StreamMapping;
import io.millrace.local.host.poller.Batch.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of a batch, after AWS Lambda's "Using Lambda to process records from Amazon Kinesis Data Streams" (error
 * handling, partial batch responses).
 */
record BatchRules(StreamMapping mapping) {

    /** Cuts off the records at the front that are older than the mapping allows. */
    List<Batch> expire(Batch batch, Instant now) {
        Duration age = mapping.recordAge();
        if (age == null) {
            return List.of(batch);
        }
        Instant oldest = now.minus(age);
        int expired = 0;
        while (expired < batch.size()
                && batch.records().get(expired).record().arrival().isBefore(oldest)) {
            expired++;
        }
        if (expired == 0) {
            return List.of(batch);
        }
        Batch old = batch.slice(0, expired).to(Stage.DISCARD_EXPIRED);
        return expired == batch.size() ? List.of(old) : List.of(old, batch.slice(expired, batch.size()));
    }

    /** The batches that take the place of {@code batch}, in order. */
    List<Batch> after(Batch batch, Outcome outcome) {
        if (outcome instanceof Outcome.NotDelivered) {
            return List.of(batch);
        }
        Batch seen = batch.invoked();
        if (outcome instanceof Outcome.Failed failed) {
            return failed.firstFailed() == 0 ? afterFailure(seen) : afterPartialFailure(seen, failed.firstFailed());
        }
        return List.of(seen.to(Stage.CHECKPOINT));
    }

    private List<Batch> afterFailure(Batch batch) {
        if (mapping.bisect() && batch.size() > 1) {
            // Splitting does not use up retries.
            int middle = batch.size() / 2;
            return List.of(batch.slice(0, middle), batch.slice(middle, batch.size()));
        }
        return List.of(retryOrDiscard(batch));
    }

    private List<Batch> afterPartialFailure(Batch batch, int firstFailed) {
        Batch rest = batch.slice(firstFailed, batch.size());
        return List.of(
                batch.slice(0, firstFailed).to(Stage.CHECKPOINT),
                // With both settings the batch is bisected at the reported record, which is a split like any other.
                mapping.bisect() ? rest : retryOrDiscard(rest));
    }

    private Batch retryOrDiscard(Batch batch) {
        Integer limit = mapping.retryAttempts();
        return limit != null && batch.retries() >= limit ? batch.to(Stage.DISCARD_EXHAUSTED) : batch.retried();
    }
}
