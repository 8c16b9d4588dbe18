package io.millrace.serving.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.serving.http.RefusalException;
import java.util.ArrayList;
import java.util.List;

/** JSON values as SQL literals: the engine takes a parameter's value as SQL writes it. */
final class Literals {
    /** The engine's own limit on one parameter. */
    private static final int MAX_CHARS = 1_024;

    private static final int MAX_PARAMETERS = 100;

    private Literals() {}

    /** @throws RefusalException naming the parameter that has no literal, by its number from 1 */
    static List<String> of(JsonNode parameters) throws RefusalException {
        if (parameters.size() > MAX_PARAMETERS) {
            throw bad("there are " + parameters.size() + ", at most " + MAX_PARAMETERS + " are taken");
        }
        List<String> literals = new ArrayList<>();
        for (JsonNode value : parameters) {
            String place = "number " + (literals.size() + 1) + " ";
            String literal = literal(value, place);
            if (literal.length() > MAX_CHARS) {
                throw bad(place + "has more than " + MAX_CHARS + " characters");
            }
            literals.add(literal);
        }
        return literals;
    }

    private static String literal(JsonNode value, String place) throws RefusalException {
        if (value.isTextual()) {
            String text = value.textValue();
            if (text.indexOf('\0') >= 0) {
                throw bad(place + "has the character U+0000");
            }
            // The one character that means something inside a literal is the quote, and two of them mean one.
            return "'" + text.replace("'", "''") + "'";
        }
        if (value.isNumber() || value.isBoolean() || value.isNull()) {
            return value.asText();
        }
        throw bad(place + "is no text, number, true, false or null");
    }

    private static RefusalException bad(String what) {
        return new RefusalException(400, "bad_parameters", "Cannot take the parameters: " + what);
    }
}
