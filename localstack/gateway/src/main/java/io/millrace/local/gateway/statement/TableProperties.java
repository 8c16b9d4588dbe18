package io.millrace.local.gateway.statement;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/** Athena's TBLPROPERTIES and Iceberg's table properties. */
final class TableProperties {
    private static final String FORMAT = "write.format.default";
    private static final String COMPRESSION = "write.parquet.compression-codec";

    private TableProperties() {}

    /** What a new table is given. */
    static Map<String, String> ofNew(Map<String, String> athena, @Nullable String comment) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("format-version", "2");
        properties.put(COMPRESSION, "zstd");
        if (comment != null) {
            properties.put("comment", comment);
        }
        properties.putAll(toIceberg(athena));
        return properties;
    }

    /** Athena's names in Iceberg's words; those that only Athena has are kept as they are, which is where it reads them. */
    static Map<String, String> toIceberg(Map<String, String> athena) {
        Map<String, String> properties = new LinkedHashMap<>();
        athena.forEach((key, value) -> {
            switch (key) {
                case "table_type" -> {} // what the catalog's entry says
                case "format" -> properties.put(FORMAT, value.toLowerCase(Locale.ROOT));
                case "write_compression" -> properties.put(COMPRESSION, value.toLowerCase(Locale.ROOT));
                default -> properties.put(key, value);
            }
        });
        return properties;
    }

    /** A table's properties as Athena shows them. */
    static Map<String, String> of(Table table) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("table_type", "iceberg");
        properties.put(
                "format", table.properties().getOrDefault(FORMAT, "parquet").toLowerCase(Locale.ROOT));
        properties.put("write_compression", table.properties().getOrDefault(COMPRESSION, "gzip"));
        table.properties().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(FORMAT) && !entry.getKey().equals(COMPRESSION))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        return properties;
    }
}
