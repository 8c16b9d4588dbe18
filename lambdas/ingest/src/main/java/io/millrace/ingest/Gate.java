package io.millrace.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets requests in by their keys. */
final class Gate {
    private static final int RETRY_SECONDS = 5;

    private final Keys keys;
    private final Inspector inspector;

    Gate(Keys keys, Inspector inspector) {
        this.keys = keys;
        this.inspector = inspector;
    }

    /** @param key what the request carries as its key; null for nothing */
    Admission admit(HttpRequest request, Route route, @Nullable String key) {
        if (key == null) {
            String where = route.segment() == null ? "x-api-key" : "the user of Basic, as Bearer or as writeKey";
            return new Refusal(403, "missing_key", "Cannot accept a request without a key: send it as " + where);
        }
        Optional<Source> source;
        try {
            source = keys.find(KeyHash.of(key));
        } catch (KeysUnavailableException e) {
            return Refusal.forNow(
                    503, "keys_unavailable", "Cannot check the key at the moment; try again", RETRY_SECONDS, e);
        }
        if (source.isEmpty()) {
            return new Refusal(403, "unknown_key", "Cannot accept the key: it is unknown or revoked");
        }
        return admit(request, route, source.get());
    }

    private Admission admit(HttpRequest request, Route route, Source source) {
        if (!source.mayPostFrom(request.header("origin"))) {
            return new Refusal(
                    403,
                    "origin_not_allowed",
                    "Cannot accept the key from origin " + request.header("origin") + ": it is not one of the key's");
        }
        String dataset = route.dataset();
        if (dataset != null && !inspector.knows(dataset)) {
            return new Refusal(
                    404, "unknown_dataset", "Cannot find dataset " + dataset + ": there are " + inspector.names());
        }
        if (dataset != null && !source.mayWrite(dataset)) {
            return new Refusal(403, "dataset_not_allowed", "Cannot write dataset " + dataset + " with this key");
        }
        return new Admitted(route, source);
    }
}
