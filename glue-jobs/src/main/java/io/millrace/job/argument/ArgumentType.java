package io.millrace.job.argument;

import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the text of one argument becomes a value of its component's type. */
record ArgumentType(String shape, Function<String, Object> reader) {
    private static final Map<Class<?>, ArgumentType> TYPES = Map.of(
            String.class, new ArgumentType("a text", text -> text),
            int.class, new ArgumentType("a whole number", Integer::valueOf),
            long.class, new ArgumentType("a whole number", Long::valueOf),
            double.class, new ArgumentType("a number", ArgumentType::finite),
            boolean.class, new ArgumentType("true or false", ArgumentType::bool),
            LocalDate.class, new ArgumentType("a day, as 2026-03-01", LocalDate::parse),
            Instant.class, new ArgumentType("a time, as 2026-03-01T12:00:00Z", Instant::parse),
            Duration.class, new ArgumentType("a duration, as PT1H or P1D", Duration::parse),
            List.class, new ArgumentType("texts with commas between", ArgumentType::list));

    /** @throws IllegalStateException if no text can become the component's type */
    static ArgumentType of(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return ofEnum(type);
        }
        ArgumentType known = TYPES.get(type);
        if (known == null) {
            throw new IllegalStateException("Cannot read arguments of type " + type.getName() + ": " + component);
        }
        return known;
    }

    Object read(String name, String text) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ArgumentException("Cannot use --" + name + " '" + text + "': write " + shape);
        }
    }

    private static ArgumentType ofEnum(Class<?> type) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(each -> each.toString().toLowerCase(Locale.ROOT), each -> each));
        String shape = constants.keySet().stream().sorted().collect(Collectors.joining(" or "));
        return new ArgumentType(shape, text -> {
            Object constant = constants.get(text.toLowerCase(Locale.ROOT));
            if (constant == null) {
                throw new IllegalArgumentException(text);
            }
            return constant;
        });
    }

    private static Object finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Object bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    private static Object list(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
