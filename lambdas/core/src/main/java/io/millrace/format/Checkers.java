package io.millrace.format;

import io.millrace.cdc.CdcChecker;
import io.millrace.contract.Contract;
import io.millrace.event.Checker;
import io.millrace.event.EventChecker;

/** Finds the checker for a contract. */
public final class Checkers {
    private Checkers() {}

    /** What reads and checks the events of a contract, by its format. */
    public static Checker of(Contract contract) {
        return switch (contract.format()) {
            case JSON, ROWS -> new EventChecker(contract);
            case CDC -> new CdcChecker(contract);
        };
    }
}
