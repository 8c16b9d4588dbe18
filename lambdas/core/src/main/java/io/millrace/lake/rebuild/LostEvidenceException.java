package io.millrace.lake.rebuild;

import java.util.List;

/** What a ledger would have to be rebuilt from is not all there, or contradicts itself. Nothing was written. */
public final class LostEvidenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostEvidenceException(List<String> contradictions) {
        super("Cannot rebuild the ledger: " + String.join("; ", contradictions));
    }
}
