package io.millrace.job;

import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of one environment.
 *
 * @param environment part of the databases' names
 * @param location of all tables, without a slash at the end
 * @param files reads, writes and lists what is no table
 */
public record Lake(SparkSession spark, String environment, String location, FileIO files) {
    /** The catalog's name in SQL. */
    public static final String CATALOG = "lake";

    /** The name of a table in SQL, quoted. */
    public String name(Layer layer, String table) {
        return CATALOG + "." + layer.database(environment) + ".`" + table + "`";
    }

    /** As the catalog knows the table. */
    public TableIdentifier id(Layer layer, String table) {
        return TableIdentifier.of(layer.database(environment), table);
    }

    /** The bucket of the lake as {@code s3://BUCKET}, or the folder. */
    public String root() {
        return location.startsWith("s3://")
                ? location.substring(0, location.indexOf('/', "s3://".length()))
                : location.substring(0, location.lastIndexOf('/'));
    }

    /** Whether the table is there. */
    public boolean has(Layer layer, String table) {
        return catalog().tableExists(id(layer, table));
    }

    /**
     * The table as it stands now, not as a session remembers it.
     *
     * @throws org.apache.iceberg.exceptions.NoSuchTableException if it is not there
     */
    public Table table(Layer layer, String table) {
        return catalog().loadTable(id(layer, table));
    }

    /** Every table of a layer, in the order of names; none where nothing has made the layer's database yet. */
    public List<String> tables(Layer layer) {
        try {
            return catalog().listTables(Namespace.of(layer.database(environment))).stream()
                    .map(TableIdentifier::name)
                    .sorted()
                    .toList();
        } catch (NoSuchNamespaceException e) {
            return List.of();
        }
    }

    /** For what SQL has no word for. */
    public Catalog catalog() {
        return Spark3Util.loadIcebergCatalog(spark, CATALOG);
    }
}
