package io.millrace.contract;

import java.util.Set;

/** The keys of Open Data Contract Standard 3.1.0 at the places that are read here. */
final class Standard {
    static final String API_VERSION = "v3.1.0";

    static final Set<String> CONTRACT_KEYS = Set.of(
            "apiVersion",
            "authoritativeDefinitions",
            "contractCreatedTs",
            "customProperties",
            "description",
            "domain",
            "id",
            "kind",
            "name",
            "price",
            "roles",
            "schema",
            "servers",
            "slaProperties",
            "status",
            "support",
            "tags",
            "team",
            "tenant",
            "version");

    static final Set<String> OBJECT_KEYS = Set.of(
            "authoritativeDefinitions",
            "businessName",
            "customProperties",
            "dataGranularityDescription",
            "description",
            "id",
            "logicalType",
            "name",
            "physicalName",
            "physicalType",
            "properties",
            "quality",
            "relationships",
            "tags");

    static final Set<String> PROPERTY_KEYS = Set.of(
            "authoritativeDefinitions",
            "businessName",
            "classification",
            "criticalDataElement",
            "customProperties",
            "description",
            "encryptedName",
            "examples",
            "id",
            "items",
            "logicalType",
            "logicalTypeOptions",
            "name",
            "partitionKeyPosition",
            "partitioned",
            "physicalName",
            "physicalType",
            "primaryKey",
            "primaryKeyPosition",
            "properties",
            "quality",
            "relationships",
            "required",
            "tags",
            "transformDescription",
            "transformLogic",
            "transformSourceObjects",
            "unique");

    private Standard() {}
}
