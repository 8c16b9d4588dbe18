package io.millrace.event;

import io.millrace.contract.Clock;
import io.millrace.contract.Contract;
import io.millrace.contract.Default;
import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Format;
import io.millrace.contract.JsonType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through events on their bytes, once and without making values, for those that surely keep their contract: the
 * fields under one name each, texts without escapes, no rule broken, an id of their own. That is nearly all of them, at
 * a fifth of the price of {@link EventChecker}, which decides about the others; the two never disagree. Safe for use by
 * many threads.
 */
public final class EventScreen {
    /** A field stands for one bit of a long. */
    private static final int MAX_FIELDS = Long.SIZE;

    private static final int PASSED_OVER = -1;
    private static final int FOR_THE_CHECKER = -2;

    private final boolean able;
    private final boolean strict;
    private final boolean senderClock;
    private final ByteNames names;
    private final int[] fieldOfName;
    private final FieldScreen[] screens;
    private final int eventId;
    private final int[] partitionKey;
    private final long passedOn;
    private final long texts;
    private final long needed;
    private final long[] oneOf;

    public EventScreen(Contract contract) {
        List<Field> fields = contract.fields();
        FieldNames known = new FieldNames(contract);
        strict = contract.strict();
        senderClock = contract.clock() == Clock.CLIENT;
        List<String> byNumber = new ArrayList<>();
        known.all().forEach(name -> byNumber.add(name.text()));
        FieldNames.RESERVED.stream().filter(name -> known.find(name) == null).forEach(byNumber::add);
        names = new ByteNames(byNumber);
        fieldOfName = byNumber.stream().mapToInt(name -> fieldOf(name, known)).toArray();
        partitionKey = contract.partitionKey().stream().mapToInt(known::indexOf).toArray();
        able = contract.format() == Format.JSON
                && fields.size() <= MAX_FIELDS
                && IntStream.of(partitionKey).noneMatch(i -> fields.get(i).jsonType() == JsonType.OBJECT);
        eventId = able ? known.indexOf(FieldNames.EVENT_ID) : -1;
        passedOn = able ? bits(partitionKey) | 1L << eventId : 0;
        screens = new FieldScreen[fields.size()];
        long text = 0;
        long absentIsUnsure = 0;
        for (int i = 0; i < screens.length; i++) {
            Field field = fields.get(i);
            boolean goesOn = (passedOn & 1L << i) != 0;
            screens[i] = FieldScreen.of(field, goesOn);
            text |= holdsText(field) ? 1L << i : 0;
            absentIsUnsure |= mayBeAbsent(field, goesOn) ? 0 : 1L << i;
        }
        texts = text;
        needed = able ? absentIsUnsure | 1L << eventId : 0;
        oneOf = contract.requireOneOf().stream()
                .mapToLong(group -> bits(group.stream().mapToInt(known::indexOf).toArray()))
                .toArray();
    }

    private int fieldOf(String name, FieldNames known) {
        FieldNames.Name field = known.find(name);
        if (field != null) {
            return field.fieldIndex();
        }
        return name.equals(FieldNames.SENT_AT) && senderClock ? FOR_THE_CHECKER : PASSED_OVER;
    }

    private static long bits(int[] fields) {
        long bits = 0;
        for (int field : fields) {
            bits |= 1L << field;
        }
        return bits;
    }

    private static boolean holdsText(Field field) {
        return switch (field.jsonType()) {
            case STRING, OBJECT -> true;
            case BOOLEAN, INTEGER, NUMBER, TIMESTAMP, DATE -> false;
        };
    }

    /** Whether an event without the field surely keeps the contract, and nothing that is passed on follows from it. */
    private static boolean mayBeAbsent(Field field, boolean passedOn) {
        return !field.required()
                && !(field.ifAbsent() instanceof Default.Text)
                && !(field.ifAbsent() != null && passedOn)
                && field.rules().stream().noneMatch(FieldRule.Present.class::isInstance);
    }

    /**
     * Looks at the event that begins at an offset.
     *
     * @param limit where the bytes end that the event may be of; what follows the event is not looked at
     * @return null for an event of which nothing is sure
     */
    public @Nullable Screened screen(byte[] json, int offset, int limit, Arrival arrival) {
        if (!able || (senderClock && arrival.sentAt() != null)) {
            return null;
        }
        ByteWalk walk = new ByteWalk(json, offset, limit);
        if (offset == limit || json[offset] != '{' || !walk.take('{')) {
            return null;
        }
        long receivedAtMicros = arrival.receivedAtMicros();
        @Nullable String[] kept = new @Nullable String[screens.length];
        long seen = 0;
        long found = 0;
        int unknown = 0;
        do {
            if (!walk.name() || walk.escaped()) {
                return null; // also {}, which has no id
            }
            int name = walk.number(names);
            int field = name < 0 ? PASSED_OVER : fieldOfName[name];
            if (field < 0) {
                unknown += name < 0 ? 1 : 0;
                if (field == FOR_THE_CHECKER || !walk.value()) {
                    return null;
                }
                continue;
            }
            long bit = 1L << field;
            if ((seen & bit) != 0) {
                return null;
            }
            seen |= bit;
            switch (look(field, walk, receivedAtMicros)) {
                case GOOD -> found |= bit;
                case NOTHING -> {}
                case UNSURE -> {
                    return null;
                }
            }
            if ((found & passedOn & bit) != 0 && (texts & bit) != 0) {
                kept[field] = walk.string();
            }
        } while (walk.take(','));
        if (!walk.take('}') || (strict && unknown > 0) || !hasAll(found)) {
            return null;
        }
        if (!Utf8.isValid(json, offset, walk.at() - offset)) {
            return null;
        }
        String id = kept[eventId];
        String key = partitionKey.length == 0 ? id : firstOf(kept);
        return id == null || key == null ? null : new Screened(walk.at(), id, key, unknown);
    }

    private FieldScreen.Sight look(int field, ByteWalk walk, long receivedAtMicros) {
        if (walk.peek() == 'n') {
            return walk.word("null") ? FieldScreen.Sight.NOTHING : FieldScreen.Sight.UNSURE;
        }
        return screens[field].look(walk, receivedAtMicros);
    }

    private boolean hasAll(long found) {
        if ((found & needed) != needed) {
            return false;
        }
        for (long group : oneOf) {
            if ((found & texts & group) == 0) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String firstOf(@Nullable String[] kept) {
        for (int field : partitionKey) {
            if (kept[field] != null) {
                return kept[field];
            }
        }
        return null;
    }
}
