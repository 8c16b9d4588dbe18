package io.millrace.local.gateway.athena;

import io.millrace.local.gateway.statement.StatementType;
import java.time.Duration;

/** How long a query may run, by its type. Athena has this as quotas of the account. */
public record TimeLimits(Duration dml, Duration ddl) {
    /** Athena's defaults. */
    public static final TimeLimits ATHENA = new TimeLimits(Duration.ofMinutes(30), Duration.ofMinutes(600));

    public TimeLimits {
        if (dml.isNegative() || dml.isZero() || ddl.isNegative() || ddl.isZero()) {
            throw new IllegalArgumentException("Cannot limit queries to: " + dml + ", " + ddl);
        }
    }

    Duration of(StatementType type) {
        return type == StatementType.DML ? dml : ddl;
    }
}
