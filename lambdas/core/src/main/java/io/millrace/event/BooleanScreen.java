package io.millrace.event;

import io.millrace.contract.Field;

/** {@code true} or {@code false}. */
record BooleanScreen(Field field) implements FieldScreen {
    @Override
    public Sight look(ByteWalk walk, long receivedAtMicros) {
        boolean yes = walk.peek() == 't';
        return walk.word(yes ? "true" : "false") ? FieldScreen.judged(field, yes, receivedAtMicros) : Sight.UNSURE;
    }

    @Override
    public Object value(ByteWalk walk) {
        return walk.is("true");
    }
}
