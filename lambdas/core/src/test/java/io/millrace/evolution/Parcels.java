package io.millrace.evolution;

import io.millrace.contract.ContractText;
import io.millrace.contract.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A contract with every kind of rule, and what becomes of it by replacing text. */
public final class Parcels {
    public static final String YAML =
            ContractText.of("post", "parcels", "What is on its way.", """
            properties:
              - {name: event_id, logicalType: string, required: true, description: Id., classification: internal}
              - name: sent_at
                logicalType: timestamp
                required: true
                partitioned: true
                description: When.
                classification: internal
                logicalTypeOptions: {minimum: "2020-01-01T00:00:00Z"}
                customProperties: [{property: millrace.maxAhead, value: P1D}]
              - {name: seen_at, logicalType: timestamp, required: true, description: Seen., classification: internal}
              - name: sender
                logicalType: string
                required: true
                description: Who sends.
                classification: confidential
                logicalTypeOptions: {minLength: 2, maxLength: 40, pattern: "^s"}
                customProperties:
                  - {property: millrace.aliases, value: [from, origin]}
                  - {property: millrace.normalize, value: [trim]}
              - {name: receiver, logicalType: string, description: Who gets., classification: confidential}
              - name: pieces
                logicalType: integer
                description: How many.
                classification: public
                logicalTypeOptions: {minimum: 1, maximum: 100}
              - {name: weight, logicalType: number, physicalType: "decimal(6,2)", description: Kilograms., classification: public}
              - {name: share, logicalType: number, description: A fraction., classification: public, logicalTypeOptions: {exclusiveMinimum: 0}}
              - name: size
                logicalType: string
                description: How big.
                classification: public
                quality:
                  - {metric: invalidValues, severity: error, arguments: {validValues: [S, M]}, mustBe: 0}
              - name: colour
                logicalType: string
                description: How it looks.
                classification: public
                quality:
                  - {metric: invalidValues, severity: warning, arguments: {validValues: [brown]}, mustBe: 0}
              - {name: due, logicalType: date, description: By when., classification: public, logicalTypeOptions: {minimum: "2000-01-01"}}
              - {name: extra, logicalType: string, description: The rest., classification: internal, logicalTypeOptions: {format: json}}
              - {name: day, logicalType: date, transformLogic: date(sent_at), description: Day., classification: internal}
            customProperties:
              - {property: millrace.partitionKey, value: [sender]}
              - {property: millrace.requireOneOf, value: [[receiver, size]]}
              - {property: millrace.unknownFields, value: keep}
            """).replace("version: 1.0.0", "version: 1.2.3");

    private Parcels() {}

    /** The contract in a folder of its own, with one text replaced by another. */
    public static Contracts in(Path folder, String text, String replacement) {
        if (!YAML.contains(text)) {
            throw new IllegalArgumentException("Cannot replace in the contract: " + text);
        }
        return in(folder, YAML.replace(text, replacement));
    }

    public static Contracts in(Path folder, String yaml) {
        try {
            Path file = folder.resolve("post/parcels.yaml");
            Files.createDirectories(folder.resolve("post"));
            Files.writeString(file, yaml);
            return Contracts.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
