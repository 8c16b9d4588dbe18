package io.millrace.model;

import io.millrace.contract.Classification;
import org.jspecify.annotations.Nullable;

/**
 * A column of what a query makes.
 *
 * @param type its {@code physicalType}: Spark's word for it in a model, Athena's in a view; empty where nothing is said
 * @param classification null where nothing is said
 */
public record QueryColumn(
        String name,
        String type,
        String description,
        @Nullable Classification classification) {}
