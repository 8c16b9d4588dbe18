package io.millrace.cli;

import io.millrace.doctor.Finding;
import io.millrace.rebuild.LedgerRebuild;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** How the ledger of an environment is. */
final class LedgerFinding {

    static final String FIX = "millrace doctor --rebuild-ledger";

    private LedgerFinding() {}

    /** Empty where there is none to look at: the platform is not running, or not deployed. */
    static Optional<Finding> of(EnvironmentOption environment) {
        if (!environment.isReachable()) {
            return Optional.empty();
        }
        try (LedgerRebuild ledger = new LedgerRebuild(environment.target())) {
            List<String> losses = ledger.losses();
            return Optional.of(
                    losses.isEmpty()
                            ? Finding.fine("the ledger is whole")
                            : Finding.broken("the ledger is lost: " + String.join("; ", losses), FIX));
        } catch (SdkException | IllegalStateException e) {
            return Optional.of(Finding.note("the ledger cannot be looked at: " + e.getMessage(), "see above"));
        }
    }
}
