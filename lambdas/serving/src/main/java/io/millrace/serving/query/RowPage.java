package io.millrace.serving.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a result.
 *
 * @param rows each with a text, or null, for each column
 * @param next token of the page after it, or null when there is none
 */
public record RowPage(
        List<ResultColumn> columns,
        List<List<@Nullable String>> rows,
        @Nullable String next) {}
