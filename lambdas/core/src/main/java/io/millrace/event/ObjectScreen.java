package io.millrace.event;

import io.millrace.contract.Field;

/** A JSON object, whatever is in it. */
record ObjectScreen(Field field) implements FieldScreen {
    @Override
    public Sight look(ByteWalk walk, long receivedAtMicros) {
        boolean object = walk.peek() == '{';
        int start = walk.at();
        if (!object || !walk.value()) {
            return Sight.UNSURE;
        }
        return field.rules().isEmpty() ? Sight.GOOD : FieldScreen.judged(field, walk.since(start), receivedAtMicros);
    }

    @Override
    public Object value(ByteWalk walk) {
        return walk.textBytes();
    }
}
