package io.millrace.event;

import io.millrace.contract.ColumnType;
import io.millrace.contract.Field;
import java.util.OptionalLong;

/** A time or a day, as a text; epoch milliseconds are for the checker. */
record TimeScreen(Field field) implements FieldScreen {
    @Override
    public Sight look(ByteWalk walk, long receivedAtMicros) {
        if (!walk.text() || walk.escaped()) {
            return Sight.UNSURE;
        }
        boolean date = field.type() == ColumnType.DATE;
        OptionalLong value = date ? walk.days() : walk.micros();
        if (value.isEmpty()) {
            return Sight.UNSURE;
        }
        return date
                ? FieldScreen.judged(field, (int) value.getAsLong(), receivedAtMicros)
                : FieldScreen.judged(field, value.getAsLong(), receivedAtMicros);
    }

    @Override
    public Object value(ByteWalk walk) {
        return field.type() == ColumnType.DATE
                ? (Object) (int) walk.days().orElseThrow()
                : (Object) walk.micros().orElseThrow();
    }
}
