package io.millrace.lake.aws;

import java.util.List;

/** Contracts ask for changes that break readers. Nothing was changed. */
public final class MigrationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MigrationRefusedException(List<String> refusals) {
        super(String.join("; ", refusals));
    }
}
