package io.millrace.lake;

import java.util.Set;

/**
 * Which tables shall stay as they are. A pause begins and ends with a fold that says so, see {@link FoldManifest#held}:
 * until then the tables take folds as ever.
 */
@FunctionalInterface
public interface Pauses {
    /** Full names of the tables to pause, by a consistent read. */
    Set<String> tables();
}
