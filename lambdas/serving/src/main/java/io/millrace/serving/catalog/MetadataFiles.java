package io.millrace.serving.catalog;

/** Iceberg metadata files. One that is written never changes. Asked by several threads at once. */
public interface MetadataFiles {
    /** @param location an s3 URI, as the catalog names it */
    TableMetadata read(String location) throws CatalogUnavailableException;
}
