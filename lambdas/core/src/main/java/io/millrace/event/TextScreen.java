package io.millrace.event;

import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Normalization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON string. Most are ASCII in their normal form and held only to lengths and to a list of values: of those no String
 * is made.
 */
final class TextScreen implements FieldScreen {
    private final Field field;
    private final boolean passedOn;
    private final boolean normalizes;
    private final boolean normalFormKnown;
    private final int minLength;
    private final int maxLength;
    private final @Nullable ByteNames allowed;
    private final boolean otherRules;

    /** @param passedOn whether the text goes on as the event has it, so that it must be in its normal form there */
    TextScreen(Field field, boolean passedOn) {
        this.field = field;
        this.passedOn = passedOn;
        this.normalizes = !field.normalize().isEmpty();
        this.normalFormKnown = List.of(Normalization.TRIM, Normalization.LOWER).containsAll(field.normalize());
        int min = 0;
        int max = Integer.MAX_VALUE;
        ByteNames listed = null;
        boolean others = false;
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Length length) {
                min = Math.max(min, length.min() == null ? 0 : length.min());
                max = Math.min(max, length.max() == null ? Integer.MAX_VALUE : length.max());
            } else if (rule instanceof FieldRule.OneOf oneOf && listed == null) {
                listed = new ByteNames(oneOf.values());
            } else {
                others |= !(rule instanceof FieldRule.Present);
            }
        }
        this.minLength = min;
        this.maxLength = max;
        this.allowed = listed;
        this.otherRules = others;
    }

    @Override
    public Sight look(ByteWalk walk, long receivedAtMicros) {
        if (!walk.text() || walk.escaped()) {
            return Sight.UNSURE;
        }
        if (walk.from() == walk.to()) {
            return Sight.NOTHING;
        }
        boolean normal = walk.ascii() && (!normalizes || (normalFormKnown && walk.trimmedAndLower()));
        if (normal && !otherRules) {
            return keepsRules(walk) ? Sight.GOOD : Sight.UNSURE;
        }
        return normalizes && passedOn && !normal ? Sight.UNSURE : normalized(walk, receivedAtMicros);
    }

    private boolean keepsRules(ByteWalk walk) {
        int length = walk.to() - walk.from();
        return length >= minLength && length <= maxLength && (allowed == null || walk.number(allowed) >= 0);
    }

    private Sight normalized(ByteWalk walk, long receivedAtMicros) {
        Object text = Values.text(field, walk.string());
        if (text == null) {
            return Sight.NOTHING;
        }
        return text instanceof Violation ? Sight.UNSURE : FieldScreen.judged(field, text, receivedAtMicros);
    }

    @Override
    public Object value(ByteWalk walk) {
        if (!normalizes || (normalFormKnown && walk.ascii() && walk.trimmedAndLower())) {
            return walk.textBytes();
        }
        return TextBytes.of(String.valueOf(Values.text(field, walk.string())));
    }
}
