package io.millrace.serving.catalog;

import java.util.List;

/** What the catalog lists. Asked by several threads at once. */
public interface LakeTables {
    /** Every table and view of a database, in the order of their names; none of a database that is not there. */
    List<ListedTable> in(String database) throws CatalogUnavailableException;
}
