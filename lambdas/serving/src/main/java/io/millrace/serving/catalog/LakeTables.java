package io.millrace.serving.catalog;

import java.util.List;

/** What the catalog lists. */
public interface LakeTables {
    /** Every table and view of the databases that exist, in the order of their names. */
    List<ListedTable> in(List<String> databases) throws CatalogUnavailableException;
}
