package io.millrace.evolution;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each change that no reader or sender notices, with its verdict, its words and what the table needs. */
class CompatibleChangesTest extends ParcelChanges {
    @TestFactory
    Stream<DynamicTest> compatibleChanges() {
        return Stream.of(
                row(
                        "- {name: day,",
                        "- {name: note, logicalType: string, description: A note., classification: public}\n"
                                + "      - {name: day,",
                        "MINOR note: new optional field | add note string"),
                row(
                        "- {name: day,",
                        "- {name: hour, logicalType: integer, transformLogic: hour(sent_at), description: Hour.,"
                                + " classification: public}\n      - {name: day,",
                        "MINOR hour: new, computed from sent_at | add hour int"),
                row(
                        "{minimum: 1, maximum: 100}",
                        "{minimum: 1, maximum: 100, format: i64}",
                        "MINOR pieces: int -> long | widen pieces to long"),
                row(
                        "decimal(6,2)",
                        "decimal(9,2)",
                        "MINOR weight: decimal(6, 2) -> decimal(9, 2) | widen weight to decimal(9, 2)"),
                row("minLength: 2,", "minLength: 1,", "MINOR sender.minLength: 2 -> 1 | none"),
                row("maxLength: 40,", "", "MINOR sender.maxLength: 40 -> none | none"),
                row(", pattern: \"^s\"", "", "MINOR sender.pattern: ^s -> none | none"),
                row("maximum: 100", "maximum: 1e3", "MINOR pieces.maximum: 100 -> 1000 | none"),
                row("exclusiveMinimum: 0", "minimum: 0", "MINOR share.minimum: 0 (exclusive) -> 0 | none"),
                row(
                        "2020-01-01T",
                        "2019-01-01T",
                        "MINOR sent_at.minimum: 2020-01-01T00:00:00Z -> 2019-01-01T00:00:00Z | none"),
                row("\"2000-01-01\"", "\"1999-12-31\"", "MINOR due.minimum: 2000-01-01 -> 1999-12-31 | none"),
                row("value: P1D", "value: PT48H", "MINOR sent_at.millrace.maxAhead: PT24H -> PT48H | none"),
                row("[S, M]", "[S, M, L]", "MINOR size.validValues: also L | none"),
                row(
                        "severity: error",
                        "severity: warning",
                        "MINOR size.validValues: any value, no longer only [M, S] | none",
                        "MINOR size.warnings: other things are warned of | none"),
                row("[brown]", "[grey]", "MINOR colour.warnings: other things are warned of | none"),
                row("[from, origin]", "[from, origin, by]", "MINOR sender.millrace.aliases: also by | none"),
                row(
                        "name: seen_at, logicalType: timestamp, required: true",
                        "name: seen_at, logicalType: timestamp",
                        "MINOR seen_at: is no longer required | none"),
                row(
                        "[[receiver, size]]",
                        "[[receiver, size, colour]]",
                        "MINOR millrace.requireOneOf: one of [receiver, size] is no longer required | none"),
                row("[[receiver, size]]", "[[receiver, size], [sender, size]]"),
                row(
                        "description: How many.\n        classification: public",
                        "description: How many.\n        classification: restricted",
                        "MINOR pieces.classification: public -> restricted | none"),
                row("value: 7, unit: y", "value: 8, unit: y", "MINOR retention (regulatory): P7Y -> P8Y | none"),
                row("value: 1, unit: h", "value: 30, unit: min", "MINOR latency: PT1H -> PT30M | none"),
                row(
                        "maxLength: 40, pattern: \"^s\"}\n        customProperties:\n",
                        "maxLength: 40, pattern: \"^s\"}\n        customProperties:\n          - {property:"
                                + " millrace.warn, value: [length, pattern]}\n",
                        "MINOR sender.maxLength: 40 -> none | none",
                        "MINOR sender.minLength: 2 -> none | none",
                        "MINOR sender.pattern: ^s -> none | none",
                        "MINOR sender.warnings: other things are warned of | none"),
                row(
                        "physicalType: \"decimal(6,2)\",",
                        "physicalType: \"decimal(6,2)\", customProperties: [{property: millrace.normalize, value:"
                                + " [round]}],",
                        "MINOR weight.millrace.normalize: [] -> [ROUND] | none"),
                row(
                        "description: Kilograms.",
                        "description: Grams.",
                        "PATCH weight.description: another text | describe weight"),
                row("What is on its way.", "What travels.", "PATCH description.purpose: another text | none"),
                row(
                        "status: active",
                        "status: deprecated",
                        "PATCH about: another status, use, limit, grain or team's description | none"),
                row("team: {name: post}", "team: {name: mail}", "PATCH team: post -> mail | none"),
                row(
                        "team: {name: post}",
                        "team: {name: post}\nsupport: [{channel: \"#post\", tool: slack}]",
                        "PATCH support: another channel or runbook | none"),
                row(
                        "{property: millrace.partitionKey, value: [sender]}",
                        "{property: millrace.partitionKey, value: [sender]}\n"
                                + "      - {property: millrace.sortedBy, value: [receiver]}",
                        "PATCH millrace.sortedBy: [] -> [receiver] | none"),
                row("version: 1.2.3", "version: 1.2.4", "PATCH version: nothing else has changed | none"),
                row("# none", "# none"));
    }
}
