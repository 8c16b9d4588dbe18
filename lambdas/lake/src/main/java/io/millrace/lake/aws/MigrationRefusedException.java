package io.millrace.lake.aws;

import java.util.List;

/** Contracts ask for changes that break readers. Nothing was changed. */
public final class MigrationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    MigrationRefusedException(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** For people, at least one. */
    List<String> reasons() {
        return reasons;
    }
}
