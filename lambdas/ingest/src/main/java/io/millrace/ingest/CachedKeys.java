package io.millrace.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers answers for a while, so that a busy source costs one lookup a minute: a revoked key works for at most
 * {@link #KNOWN_FOR} longer, a new key that was tried too early for at most {@link #UNKNOWN_FOR} not yet.
 *
 * <p>Time is the wall clock's, since a frozen sandbox's other clocks may stand still.
 */
final class CachedKeys implements Keys {
    static final Duration KNOWN_FOR = Duration.ofSeconds(60);
    static final Duration UNKNOWN_FOR = Duration.ofSeconds(5);
    /** Bounds the memory that someone who tries keys can take. */
    static final int MAX_ENTRIES = 4096;

    private final Keys keys;
    private final InstantSource clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(Optional<Source> source, Instant until) {}

    CachedKeys(Keys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Source> find(String keyHash) {
        Instant now = clock.instant();
        Answer known = answers.get(keyHash);
        if (known != null && now.isBefore(known.until())) {
            return known.source();
        }
        Optional<Source> source = keys.find(keyHash);
        if (answers.size() >= MAX_ENTRIES) {
            answers.clear();
        }
        answers.put(keyHash, new Answer(source, now.plus(source.isPresent() ? KNOWN_FOR : UNKNOWN_FOR)));
        return source;
    }
}
