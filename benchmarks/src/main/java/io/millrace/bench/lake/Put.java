package io.millrace.bench.lake;

/** What an object is that was put, by its path. */
public enum Put {
    BRONZE_FILE("data file, bronze"),
    SILVER_FILE("data file, silver"),
    QUARANTINE_FILE("data file, quarantine"),
    CLAIM("claim's body"),
    WINDOW("dedup window, in two objects"),
    FOLD("fold's manifest"),
    MANIFEST("Iceberg manifest"),
    MANIFEST_LIST("Iceberg manifest list"),
    METADATA("Iceberg metadata file"),
    OTHER("other");

    private final String text;

    Put(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    static Put of(String path) {
        if (path.contains("/metadata/")) {
            return metadata(path.substring(path.lastIndexOf('/') + 1));
        }
        if (path.endsWith(".parquet")) {
            return dataFile(path);
        }
        if (path.contains("/claims/")) {
            return CLAIM;
        }
        if (path.contains("/dedup/")) {
            return WINDOW;
        }
        return path.contains("/folds/") ? FOLD : OTHER;
    }

    private static Put metadata(String name) {
        if (name.endsWith(".metadata.json")) {
            return METADATA;
        }
        return name.startsWith("snap-") ? MANIFEST_LIST : MANIFEST;
    }

    private static Put dataFile(String path) {
        if (path.contains("_quarantine/")) {
            return QUARANTINE_FILE;
        }
        return path.contains("_silver") ? SILVER_FILE : BRONZE_FILE;
    }
}
