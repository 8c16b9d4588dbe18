package io.millrace.keys;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a key may do besides sending.
 *
 * @param datasets those it may write; empty for all
 * @param origins the web origins whose pages may use it; empty for all
 */
public record KeyScope(Set<String> datasets, Set<String> origins) {
    /** Every dataset, every origin. */
    public static final KeyScope ALL = new KeyScope(Set.of(), Set.of());

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:\\d{1,5})?");

    /** @throws IllegalArgumentException naming an origin that no browser would send */
    public KeyScope {
        datasets = Set.copyOf(datasets);
        origins = Set.copyOf(origins);
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("Cannot bind a key to origin '" + origin
                        + "': write it as https://shop.example, without a path");
            }
        }
    }
}
