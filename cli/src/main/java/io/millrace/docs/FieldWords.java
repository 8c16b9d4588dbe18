package io.millrace.docs;

import io.millrace.contract.Clock;
import io.millrace.contract.Contract;
import io.millrace.contract.Default;
import io.millrace.contract.Field;
import io.millrace.contract.Normalization;
import java.util.ArrayList;
import java.util.List;

/** What happens to a field on its way from an event into its column, in the order in which it happens. */
final class FieldWords {
    private FieldWords() {}

    static List<String> of(Contract contract, Field field) {
        List<String> words = new ArrayList<>();
        if (!field.aliases().isEmpty()) {
            words.add("Also taken as " + String.join(" or ", field.aliases()) + ".");
        }
        field.normalize().forEach(step -> words.add(normalization(step, field)));
        if (field.name().equals(contract.eventTime()) && contract.clock() == Clock.CLIENT) {
            words.add("Corrected by the error of the sender's clock where the event or its request has sentAt.");
        }
        if (field.ifAbsent() instanceof Default.Text text) {
            words.add("Where absent: " + text.value() + ".");
        } else if (field.ifAbsent() instanceof Default.OtherField other) {
            words.add("Where absent: the value of " + other.name() + ".");
        }
        field.rules().forEach(rule -> words.add(RuleWords.of(rule, field.type())));
        return words;
    }

    /** What an event holds in the field. */
    static String inEvent(Field field) {
        return switch (field.jsonType()) {
            case STRING -> "a text";
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case TIMESTAMP -> "ISO 8601 with a zone, or epoch milliseconds";
            case DATE -> "a text as yyyy-MM-dd";
            case OBJECT -> "an object";
        };
    }

    private static String normalization(Normalization step, Field field) {
        return switch (step) {
            case TRIM -> "White space around it is removed.";
            case LOWER -> "Made lower case.";
            case UPPER -> "Made upper case.";
            case DIGITS -> "All but its digits is removed.";
            case PHONE -> "All but its digits and a leading + is removed.";
            case START_OF_DAY -> "A date alone stands for the start of that UTC day.";
            case ROUND -> "Rounded to " + field.column().scale() + " decimals.";
        };
    }
}
