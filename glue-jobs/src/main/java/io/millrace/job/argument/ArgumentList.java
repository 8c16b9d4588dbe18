package io.millrace.job.argument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Arguments as Glue hands them to a job: {@code --key value}, {@code --key=value}, or {@code --key} alone for true. Names
 * are lower case with underscores; a hyphen or a capital in what was given does not matter. Of an argument given twice the
 * last counts.
 */
public final class ArgumentList {
    private final Map<String, String> values;

    private ArgumentList(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a command line. A value may only begin with {@code --} in the form {@code --key=value}.
     *
     * @throws ArgumentException for anything that is not an argument
     */
    public static ArgumentList parse(List<String> tokens) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (!token.startsWith("--") || token.length() == 2) {
                throw new ArgumentException("Cannot read argument '" + token + "': write --key value");
            }
            int equals = token.indexOf('=');
            String name = token.substring(2, equals < 0 ? token.length() : equals);
            String value = "true";
            if (equals >= 0) {
                value = token.substring(equals + 1);
            } else if (i + 1 < tokens.size() && !tokens.get(i + 1).startsWith("--")) {
                value = tokens.get(++i);
            }
            if (!GlueOptions.contains(name)) {
                values.put(name.toLowerCase(Locale.ROOT).replace('-', '_'), value);
            }
        }
        return new ArgumentList(values);
    }

    /** Names to values, in the order in which they were given. */
    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** Whether the argument is there and not false. */
    public boolean has(String name) {
        return values.containsKey(name) && !"false".equals(values.get(name));
    }

    /** @throws ArgumentException if there is an argument that none of the records has */
    public void allowOnly(List<Class<? extends Record>> records) {
        Set<String> known = new TreeSet<>();
        records.forEach(record -> ArgumentReader.names(record).forEach(known::add));
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new ArgumentException(
                        "Cannot use argument --" + name + ": the job knows --" + String.join(", --", known));
            }
        }
    }
}
