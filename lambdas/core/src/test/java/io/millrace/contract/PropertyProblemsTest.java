package io.millrace.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every way to get a property of a contract wrong is told with file, line, property and way out. */
class PropertyProblemsTest extends WrongContracts {
    @TestFactory
    Stream<DynamicTest> aWrongPropertyIsToldWhereAndWhatToDo() {
        return told(
                row("logicalType: timestamp", "", "14: schema.properties.ordered_at.logicalType: is missing: use one"),
                row("logicalType: timestamp", "logicalType: when", "logicalType 'when' is not known: use one of"),
                row("logicalType: timestamp", "logicalType: date", "must be of logicalType timestamp and required"),
                row("partitioned: true", "partitioned: false", "has 0 properties with partitioned: true"),
                row(
                        "partitioned: true",
                        "partitioned: maybe",
                        "17: schema.properties.ordered_at.partitioned: must be true"),
                row("description: Who.", "", "22: schema.properties.customer.description: is missing: say what"),
                row("confidential", "secret", "26: schema.properties.customer.classification: 'secret' is not known"),
                row(
                        "  required: true\n        des",
                        "  requird: true\n        des",
                        "24: schema.properties.customer.requird: is"),
                row(
                        "{pattern: \"^c\"}",
                        "{pattern: \"(\"}",
                        "27: schema.properties.customer.logicalTypeOptions.pattern"),
                row("{pattern: \"^c\"}", "{minimum: 1}", "minimum: is not known here: use one of"),
                row("{pattern: \"^c\"}", "{format: email}", "'email' is checked by nobody: use json, or a pattern"),
                row("\"2020-01-01T00:00:00Z\"", "2020-01-01", "'2020-01-01' is not a time: write it as \"2020-01-01T"),
                row("value: P1D", "value: 1 day", "'1 day' is not a duration: write it as P1D or PT1H"),
                row("millrace.aliases", "millrace.alias", "'millrace.alias' is not known here: use one of millrace.al"),
                row(
                        "value: [buyer]",
                        "value: buyer",
                        "28: schema.properties.customer.millrace.aliases: must be a list"),
                row("value: [buyer]", "value: [event_id]", "the name 'event_id' stands for two properties: rename one"),
                row(
                        "[{property: millrace.aliases, value: [buyer]}]",
                        "[{property: millrace.normalize, value: [trim, shout]}]",
                        "millrace.normalize[1]: 'shout' is not known: use one of digits, lower, phone"),
                row(
                        "[{property: millrace.aliases, value: [buyer]}]",
                        "[{property: millrace.normalize, value: [round]}]",
                        "millrace.normalize[0]: 'round' is for a property of physicalType decimal"),
                row(
                        "millrace.maxAhead, value: P1D",
                        "millrace.normalize, value: [trim]",
                        "millrace.normalize[0]: 'trim' is for a property of logicalType string"),
                row(
                        "[{property: millrace.aliases, value: [buyer]}]",
                        "[{property: millrace.normalize, value: [start_of_day]}]",
                        "'start_of_day' is for a property of logicalType timestamp"),
                row(
                        "[{property: millrace.aliases, value: [buyer]}]",
                        "[{property: millrace.default, value: NOBODY}]",
                        "millrace.default: is never used, since the property is required"),
                row("integer,", custom("integer", "default, value: 0"), "lines.millrace.default: must be a text"),
                row(
                        "integer,",
                        custom("integer", "default, value: none"),
                        "lines.millrace.default: is for a property of logicalType string"),
                row(
                        "integer,",
                        "string, customProperties: [{property: millrace.normalize, value: [upper]},"
                                + " {property: millrace.default, value: none}],",
                        "lines.millrace.default: 'none' is not in normal form: write 'NONE'"),
                row(
                        "integer,",
                        "string, customProperties: [{property: millrace.default, value: none},"
                                + " {property: millrace.defaultFrom, value: customer}],",
                        "lines.millrace.default: is beside millrace.defaultFrom: keep one"),
                row(
                        "integer,",
                        custom("integer", "defaultFrom, value: customer"),
                        "millrace.defaultFrom of 'lines' names 'customer': name a property of the same type"),
                row(
                        "integer,",
                        custom("string", "defaultFrom, value: lines"),
                        "millrace.defaultFrom of 'lines' names 'lines': name a property of the same type"),
                row(
                        "integer,",
                        custom("integer", "codes, value: iso4217"),
                        "lines.millrace.codes: is for a property of logicalType string"),
                row(
                        "integer,",
                        custom("string", "codes, value: iso3166"),
                        "lines.millrace.codes: 'iso3166' is not known: use one of iso4217"),
                row(
                        "[{property: millrace.aliases, value: [buyer]}]",
                        "[{property: millrace.warn, value: [range]}]",
                        "millrace.warn: 'range' is no rule of this property: use one of pattern, required"),
                row(
                        "integer,",
                        custom("integer", "warn, value: [required]"),
                        "millrace.warn: 'required' is no rule of this property: it has none that could warn"),
                row(
                        "[{property: millrace.aliases, value: [buyer]}]",
                        "[{property: millrace.warn, value: [required]}]",
                        "millrace.partitionKey [customer] may be absent: add a required field"),
                row(
                        "value: [customer]}]",
                        "value: [customer]}, {property: millrace.clock, value: sundial}]",
                        "schema.millrace.clock: 'sundial' is not known: use one of client, server"),
                row(
                        "integer,",
                        "integer, examples: [{a: 1}],",
                        "lines.examples[0]: must be a text, a number, true or false"),
                row(
                        "integer,",
                        "string, logicalTypeOptions: {format: json}, examples: [plan],",
                        "lines.examples[0]: is no JSON object: write it as '{\"plan\": \"pro\"}'"),
                row("name: lines", "name: customer", "the name 'customer' stands for two properties: rename one"),
                row(
                        "integer,",
                        "number, physicalType: float,",
                        "'float' is not how this logicalType is stored: write d"),
                row("integer,", "number, physicalType: \"decimal(40,2)\",", "'decimal(40,2)' has no such precision"),
                row("integer,", "integer, logicalTypeOptions: {format: u8},", "integer format 'u8' has no column type"),
                row(
                        "integer,",
                        "object,",
                        "logicalType 'object' has no column type: use string, and for a JSON object"),
                row(
                        "integer,",
                        "integer, quality: [{metric: invalidValues}],",
                        "is for a property of logicalType string"),
                row(
                        "date(ordered_at)",
                        "week(ordered_at)",
                        "transformLogic 'week(ordered_at)' is not known: write date"),
                row("date(ordered_at)", "hour(ordered_at)", "'hour(ordered_at)' gives logicalType integer"));
    }

    private static String custom(String logicalType, String property) {
        return logicalType + ", customProperties: [{property: millrace." + property + "}],";
    }
}
