package io.millrace.serving.catalog;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog as it was at most a stated time ago; while it cannot be read, as it was last. */
public final class CachedCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(CachedCatalog.class);

    private final CatalogReader reader;
    private final Duration keep;
    private final InstantSource clock;
    private @Nullable Catalog last;

    public CachedCatalog(CatalogReader reader, Duration keep, InstantSource clock) {
        this.reader = reader;
        this.keep = keep;
        this.clock = clock;
    }

    /** @throws CatalogUnavailableException when it could never be read */
    public synchronized Catalog get() throws CatalogUnavailableException {
        Catalog known = last;
        if (known != null && clock.instant().isBefore(known.readAt().plus(keep))) {
            return known;
        }
        try {
            known = reader.read();
        } catch (CatalogUnavailableException e) {
            if (known == null) {
                throw e;
            }
            LOG.warn("The catalog of {} is still told", known.readAt(), e);
            return known;
        }
        last = known;
        return known;
    }
}
