package io.millrace.evolution;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each change that breaks a reader or a sender, with its verdict, its words and what the table needs. */
class BreakingChangesTest extends ParcelChanges {
    @TestFactory
    Stream<DynamicTest> breakingChanges() {
        return Stream.of(
                row(
                        "name: receiver, logicalType: string, description: Who gets.",
                        "name: addressee, logicalType: string, description: Who gets.",
                        "[receiver, size]",
                        "[addressee, size]",
                        "MAJOR millrace.requireOneOf: one of [addressee, size] is now required | none",
                        "MINOR millrace.requireOneOf: one of [receiver, size] is no longer required | none",
                        "MAJOR receiver: renamed to addressee | none (receiver stays, for the rows that have it)",
                        "MINOR addressee: new optional field | add addressee string"),
                row(
                        "name: weight, logicalType: number",
                        "name: mass, logicalType: number, customProperties: [{property: millrace.aliases, value:"
                                + " [weight]}]",
                        "MAJOR weight: renamed to mass | none (weight stays, for the rows that have it)",
                        "MINOR mass: new optional field | add mass decimal(6, 2)"),
                row(
                        "      - {name: due, logicalType: date, description: By when., classification: public,"
                                + " logicalTypeOptions: {minimum: \"2000-01-01\"}}\n",
                        "",
                        "MAJOR due: gone | none (due stays, for the rows that have it)"),
                row(
                        "      - {name: day, logicalType: date, transformLogic: date(sent_at), description: Day.,"
                                + " classification: internal}\n",
                        "",
                        "MAJOR day: gone | none (day stays, for the rows that have it)"),
                row(
                        "transformLogic: date(sent_at)",
                        "transformLogic: date(seen_at)",
                        "MAJOR day: computed otherwise | none"),
                row(
                        "- {name: day, logicalType: date, transformLogic: date(sent_at), description: Day.,",
                        "- {name: day, logicalType: date, description: Day.,",
                        "MAJOR day: gone | none (day stays, for the rows that have it)"),
                row(
                        "decimal(6,2)",
                        "decimal(4,2)",
                        "MAJOR weight: decimal(6, 2) -> decimal(4, 2) | none (a column never becomes narrower)"),
                row(
                        "decimal(6,2)",
                        "decimal(6,3)",
                        "MAJOR weight: decimal(6, 2) -> decimal(6, 3) | impossible: add another column"),
                row(
                        "logicalType: integer\n",
                        "logicalType: number\n",
                        "MAJOR pieces: int -> double | impossible: add another column"),
                row(
                        "description: The rest., classification: internal, logicalTypeOptions: {format: json}",
                        "description: The rest., classification: internal",
                        "MAJOR extra: object -> string | none"),
                row(
                        "- {name: day,",
                        "- {name: note, logicalType: string, required: true, description: A note., classification:"
                                + " public}\n      - {name: day,",
                        "MAJOR note: new required field | add note string"),
                row(
                        "name: receiver, logicalType: string",
                        "name: receiver, required: true, logicalType: string",
                        "MAJOR receiver: is now required | none"),
                row("minLength: 2", "minLength: 3", "MAJOR sender.minLength: 2 -> 3 | none"),
                row("maxLength: 40", "maxLength: 39", "MAJOR sender.maxLength: 40 -> 39 | none"),
                row("\"^s\"", "\"^[s]\"", "MAJOR sender.pattern: ^s -> ^[s] | none"),
                row(
                        "description: A fraction., classification: public,",
                        "description: A fraction., classification: public, quality: [],",
                        "exclusiveMinimum: 0",
                        "exclusiveMinimum: 0, maximum: 1",
                        "MAJOR share.maximum: none -> 1 | none"),
                row("minimum: 1,", "exclusiveMinimum: 1,", "MAJOR pieces.minimum: 1 -> 1 (exclusive) | none"),
                row(
                        "2020-01-01T00:00:00Z",
                        "2020-01-01T00:00:01Z",
                        "MAJOR sent_at.minimum: 2020-01-01T00:00:00Z -> 2020-01-01T00:00:01Z | none"),
                row("value: P1D", "value: PT1H", "MAJOR sent_at.millrace.maxAhead: PT24H -> PT1H | none"),
                row(
                        "[S, M]",
                        "[M, L]",
                        "MAJOR size.validValues: no longer S | none",
                        "MINOR size.validValues: also L | none"),
                row(
                        "severity: warning",
                        "severity: error",
                        "MAJOR colour.validValues: only [brown] | none",
                        "MINOR colour.warnings: other things are warned of | none"),
                row("[from, origin]", "[from]", "MAJOR sender.millrace.aliases: no longer origin | none"),
                row(
                        "[from, origin]",
                        "[origin, from]",
                        "MAJOR sender.millrace.aliases: [from, origin] -> [origin, from] | none"),
                row(
                        "value: [trim]",
                        "value: [trim, lower]",
                        "MAJOR sender.millrace.normalize: [TRIM] -> [TRIM, LOWER] | none"),
                row(
                        "description: Who gets., classification: confidential",
                        "description: Who gets., classification: confidential, customProperties: [{property:"
                                + " millrace.default, value: nobody}]",
                        "MAJOR receiver.millrace.default: none -> 'nobody' | none"),
                row(
                        "- {property: millrace.unknownFields",
                        "- {property: millrace.clock, value: server}\n      - {property: millrace.unknownFields",
                        "MAJOR millrace.clock: CLIENT -> SERVER | none"),
                row(
                        "[[receiver, size]]",
                        "[[receiver, size], [colour, size]]",
                        "MAJOR millrace.requireOneOf: one of [colour, size] is now required | none"),
                row("value: keep", "value: reject", "MAJOR millrace.unknownFields: keep -> reject | none"),
                row(
                        "value: [sender]}",
                        "value: [event_id]}",
                        "MAJOR millrace.partitionKey: [sender] -> [event_id] | none"),
                row(
                        "        partitioned: true\n",
                        "",
                        "name: seen_at,",
                        "name: seen_at, partitioned: true,",
                        "MAJOR partitioned: sent_at -> seen_at | impossible: partitions cannot change"),
                row(
                        "parcels_silver",
                        "post_parcels",
                        "MAJOR physicalName: parcels_silver -> post_parcels | create post_parcels"),
                row(
                        "description: Who gets., classification: confidential",
                        "description: Who gets., classification: public",
                        "MAJOR receiver.classification: confidential -> public | none"),
                row("value: 2, unit: y", "value: 23, unit: m", "MAJOR retention (analytics): P2Y -> P23M | none"),
                row("value: 1, unit: h", "value: 2, unit: h", "MAJOR latency: PT1H -> PT2H | none"));
    }
}
