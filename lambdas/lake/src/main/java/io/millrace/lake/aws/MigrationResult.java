package io.millrace.lake.aws;

import java.util.List;
import java.util.Map;

/**
 * What a migration did.
 *
 * @param tables how many tables the contracts have
 * @param created full names of tables that it made
 * @param evolved what it changed in others, by full name
 */
public record MigrationResult(int tables, List<String> created, Map<String, List<String>> evolved) {
    public MigrationResult {
        created = List.copyOf(created);
        evolved = Map.copyOf(evolved);
    }
}
