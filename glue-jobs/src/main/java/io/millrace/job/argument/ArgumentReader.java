package io.millrace.job.argument;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a record of arguments, each component by its own type. */
public final class ArgumentReader {
    private ArgumentReader() {}

    /**
     * Reads those arguments that the record has.
     *
     * @throws ArgumentException if one is missing or malformed, or the record itself refuses them
     */
    public static <A extends Record> A read(Class<A> type, ArgumentList arguments) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i], arguments);
        }
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new ArgumentException(String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("Cannot make " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type.getName(), e);
        }
    }

    /** One line for each argument: its name, what it means, its default. */
    public static List<String> help(Class<? extends Record> type) {
        List<String> lines = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Argument argument = argument(component);
            String otherwise = !argument.byDefault().isEmpty()
                    ? " (default: " + argument.byDefault() + ")"
                    : optional(component) ? "" : " (required)";
            lines.add("  --%-20s %s%s".formatted(name(component), argument.value(), otherwise));
        }
        return lines;
    }

    static Stream<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(ArgumentReader::name);
    }

    private static @Nullable Object value(RecordComponent component, ArgumentList arguments) {
        String name = name(component);
        String given = arguments.values().get(name);
        Argument argument = argument(component);
        if (given == null && argument.byDefault().isEmpty()) {
            if (optional(component)) {
                return null;
            }
            throw new ArgumentException("Cannot start without --" + name + ": " + argument.value());
        }
        String text = given == null ? argument.byDefault() : given;
        return ArgumentType.of(component).read(name, text);
    }

    private static Argument argument(RecordComponent component) {
        Argument argument = component.getAnnotation(Argument.class);
        if (argument == null) {
            throw new IllegalStateException("Cannot read " + component + ": it has no @Argument");
        }
        return argument;
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
