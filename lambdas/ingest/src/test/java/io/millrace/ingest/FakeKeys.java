package io.millrace.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys in memory; it counts how often it is asked, and can be made to fail. */
final class FakeKeys implements Keys {
    private final Map<String, Source> sources = new HashMap<>();
    private RuntimeException failure;
    int lookups;

    FakeKeys with(String key, Source source) {
        sources.put(KeyHash.of(key), source);
        return this;
    }

    void revoke(String key) {
        sources.remove(KeyHash.of(key));
    }

    void failWith(RuntimeException e) {
        failure = e;
    }

    @Override
    public Optional<Source> find(String keyHash) {
        lookups++;
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(sources.get(keyHash));
    }
}
