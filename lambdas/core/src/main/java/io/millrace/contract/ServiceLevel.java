package io.millrace.contract;

import java.time.Duration;
import java.time.Period;
import java.util.Map;

/**
 * What the owner promises.
 *
 * @param freshness longest time from receipt until an event can be queried
 * @param retention how long rows are kept, by table name
 */
public record ServiceLevel(Duration freshness, Map<String, Period> retention) {
    public ServiceLevel {
        retention = Map.copyOf(retention);
    }
}
