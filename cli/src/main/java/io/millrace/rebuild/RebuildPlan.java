package io.millrace.rebuild;

import io.millrace.lake.rebuild.Repair;
import java.util.List;

/**
 * What a rebuild would do.
 *
 * @param makesTable whether the ledger's table is to be made first
 * @param losses what proves that the ledger is not whole; none for a healthy one, which is not to be touched
 * @param repairs what to put into it, in order
 */
public record RebuildPlan(boolean makesTable, List<String> losses, List<Repair> repairs) {

    public RebuildPlan {
        losses = List.copyOf(losses);
        repairs = List.copyOf(repairs);
    }
}
