package io.millrace.infra.environment;

/**
 * The event stream.
 *
 * @param shards each takes 1 MB or 1,000 records a second
 * @param retentionHours how long a consumer may be down before events are lost
 * @param maxIteratorAgeMinutes how far a consumer may fall behind before the alarm
 */
public record StreamSettings(int shards, int retentionHours, int maxIteratorAgeMinutes) {
    public StreamSettings {
        Check.range("stream.shards", shards, 1, 10_000);
        Check.range("stream.retentionHours", retentionHours, 24, 8760);
        Check.range("stream.maxIteratorAgeMinutes", maxIteratorAgeMinutes, 1, 1440);
    }
}
