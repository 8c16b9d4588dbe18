package io.millrace.serving.model;

import io.millrace.model.QueryContract;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table or view that is made from others by SQL.
 *
 * @param table that it makes
 * @param layer silver, gold or ops
 * @param file where its SQL is, as a path below its folder
 * @param view whether it is a query by name
 * @param sources tables that it reads, without their databases
 * @param contract what is promised of it, or null where nobody promises anything
 */
public record Model(
        String table,
        String layer,
        String file,
        boolean view,
        SortedSet<String> sources,
        @Nullable QueryContract contract) {
    public Model {
        sources = new TreeSet<>(sources);
    }
}
