package io.millrace.serving.query;

/**
 * A column of a result.
 *
 * @param type in the engine's words, in lower case, such as {@code bigint} or {@code timestamp with time zone}
 */
public record ResultColumn(String name, String type) {}
