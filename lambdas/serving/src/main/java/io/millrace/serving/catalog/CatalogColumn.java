package io.millrace.serving.catalog;

import io.millrace.contract.Classification;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of the lake.
 *
 * @param classification null where nobody has said
 */
public record CatalogColumn(
        String name,
        String type,
        boolean required,
        String doc,
        @Nullable Classification classification) {
    /** Whether a reader in passing sees no value of it: it is confidential, or nobody said that it is not. */
    public boolean masked() {
        return classification == null || classification.compareTo(Classification.CONFIDENTIAL) >= 0;
    }
}
