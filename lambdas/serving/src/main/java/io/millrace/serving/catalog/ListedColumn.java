package io.millrace.serving.catalog;

/**
 * A column of a table, as the catalog or the table's own metadata has it.
 *
 * @param type in the source's words
 * @param doc empty where nothing is said
 */
public record ListedColumn(String name, String type, boolean required, String doc) {}
