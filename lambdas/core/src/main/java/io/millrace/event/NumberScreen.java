package io.millrace.event;

import io.millrace.contract.ColumnType;
import io.millrace.contract.Field;
import io.millrace.contract.JsonType;
import java.util.OptionalLong;

/** A JSON number without exponent. */
record NumberScreen(Field field) implements FieldScreen {
    @Override
    public Sight look(ByteWalk walk, long receivedAtMicros) {
        if (!walk.number()) {
            return Sight.UNSURE;
        }
        if (field.jsonType() == JsonType.INTEGER) {
            return integer(walk, receivedAtMicros);
        }
        if (field.type() == ColumnType.DECIMAL) {
            Object number = Values.decimal(field, walk.string());
            return number instanceof Violation ? Sight.UNSURE : FieldScreen.judged(field, number, receivedAtMicros);
        }
        // A number of so few characters is finite.
        return field.rules().isEmpty()
                ? Sight.GOOD
                : FieldScreen.judged(field, Double.valueOf(walk.string()), receivedAtMicros);
    }

    private Sight integer(ByteWalk walk, long receivedAtMicros) {
        OptionalLong whole = walk.integer();
        if (whole.isEmpty()) {
            return Sight.UNSURE;
        }
        long number = whole.getAsLong();
        if (field.type() == ColumnType.LONG) {
            return FieldScreen.judged(field, number, receivedAtMicros);
        }
        return number == (int) number ? FieldScreen.judged(field, (int) number, receivedAtMicros) : Sight.UNSURE;
    }

    @Override
    public Object value(ByteWalk walk) {
        return switch (field.type()) {
            case DECIMAL -> Values.decimal(field, walk.string());
            case INT -> (int) walk.integer().orElseThrow();
            case LONG -> walk.integer().orElseThrow();
            default -> real(walk);
        };
    }

    /** An integer's zero has no sign, as the checker's parser has it. */
    private static double real(ByteWalk walk) {
        OptionalLong whole = walk.integer();
        return whole.isPresent() ? whole.getAsLong() : Double.parseDouble(walk.string());
    }
}
