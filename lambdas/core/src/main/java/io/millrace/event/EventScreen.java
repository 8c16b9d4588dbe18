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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final int NOT_SURE = -1;

    private final boolean able;
    private final boolean makesValues;
    private final boolean strict;
    private final boolean senderClock;
    private final ByteNames names;
    private final int[] fieldOfName;
    private final FieldScreen[] screens;
    private final int eventId;
    private final int[] partitionKey;
    private final long keyTexts;
    private final long kept;
    private final long texts;
    private final long needed;
    private final long[] oneOf;

    /** A screen that tells what an event goes by, and makes nothing else of it. */
    public EventScreen(Contract contract) {
        this(contract, false);
    }

    /** A screen that also makes the values of the events that it is sure of: {@link #values}. */
    public static EventScreen withValues(Contract contract) {
        return new EventScreen(contract, true);
    }

    private EventScreen(Contract contract, boolean makesValues) {
        this.makesValues = makesValues;
        List<Field> fields = contract.fields();
        FieldNames known = new FieldNames(contract);
        strict = contract.strict();
        senderClock = contract.clock() == Clock.CLIENT;
        List<String> byNumber = new ArrayList<>();
        known.all().forEach(name -> byNumber.add(name.text()));
        Stream.concat(
                        FieldNames.RESERVED.stream(),
                        Stream.of(FieldNames.EVENT_TYPE).filter(name -> makesValues))
                .filter(name -> known.find(name) == null)
                .forEach(byNumber::add);
        names = new ByteNames(byNumber);
        fieldOfName = byNumber.stream().mapToInt(name -> fieldOf(name, known)).toArray();
        partitionKey = contract.partitionKey().stream().mapToInt(known::indexOf).toArray();
        Optional<Field> type = contract.field(FieldNames.EVENT_TYPE);
        able = contract.format() == Format.JSON
                && fields.size() <= MAX_FIELDS
                && IntStream.of(partitionKey).noneMatch(i -> fields.get(i).jsonType() == JsonType.OBJECT)
                && (!makesValues || type.stream().allMatch(field -> field.jsonType() == JsonType.STRING));
        eventId = able ? known.indexOf(FieldNames.EVENT_ID) : -1;
        long passedOn = able ? bits(partitionKey) | 1L << eventId : 0;
        if (able && makesValues && type.isPresent()) {
            passedOn |= 1L << fields.indexOf(type.get());
        }
        screens = new FieldScreen[fields.size()];
        long text = 0;
        long absentIsUnsure = 0;
        for (int i = 0; i < screens.length; i++) {
            Field field = fields.get(i);
            boolean goesOn = (passedOn & 1L << i) != 0;
            screens[i] = FieldScreen.of(field, goesOn);
            text |= holdsText(field) ? 1L << i : 0;
            absentIsUnsure |= mayBeAbsent(field, goesOn || makesValues) ? 0 : 1L << i;
        }
        texts = text;
        keyTexts = able ? text & bits(partitionKey) : 0;
        kept = makesValues ? -1 : passedOn & texts;
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
        if (name.equals(FieldNames.EVENT_TYPE)) {
            return FOR_THE_CHECKER; // what an event claims to be, though the contract has no field for it
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
        ByteWalk walk = new ByteWalk(json, offset, limit);
        @Nullable Object[] values = new @Nullable Object[screens.length];
        int unknown = walk(walk, json, offset, limit, arrival, values);
        if (unknown == NOT_SURE) {
            return null;
        }
        String id = String.valueOf(values[eventId]);
        String key = partitionKey.length == 0 ? id : firstOf(values);
        return new Screened(walk.at(), id, Objects.requireNonNull(key, "a sure event's key is there"), unknown);
    }

    /**
     * The values of the event that those bytes are, whole. What it claims of itself ({@link Claimed}) is among them as it
     * claims it.
     *
     * @return null for an event of which nothing is sure
     */
    public @Nullable EventValues values(byte[] json, int offset, int length, Arrival arrival) {
        if (!makesValues) {
            throw new IllegalStateException("Cannot make values: this screen only tells what an event goes by");
        }
        ByteWalk walk = new ByteWalk(json, offset, offset + length);
        @Nullable Object[] values = new @Nullable Object[screens.length];
        boolean sure = walk(walk, json, offset, offset + length, arrival, values) != NOT_SURE;
        return sure && walk.at() == offset + length && values[eventId] instanceof TextBytes id
                ? new EventValues(id, values)
                : null;
    }

    /** Returns how many fields nobody names, or {@link #NOT_SURE}. */
    private int walk(ByteWalk walk, byte[] json, int offset, int limit, Arrival arrival, @Nullable Object[] values) {
        if (!able || (senderClock && arrival.sentAt() != null)) {
            return NOT_SURE;
        }
        if (offset == limit || json[offset] != '{' || !walk.take('{')) {
            return NOT_SURE;
        }
        long receivedAtMicros = arrival.receivedAtMicros();
        long seen = 0;
        long found = 0;
        int unknown = 0;
        do {
            if (!walk.name() || walk.escaped()) {
                return NOT_SURE; // also {}, which has no id
            }
            int name = walk.number(names);
            int field = name < 0 ? PASSED_OVER : fieldOfName[name];
            if (field < 0) {
                unknown += name < 0 ? 1 : 0;
                if (field == FOR_THE_CHECKER || !walk.value()) {
                    return NOT_SURE;
                }
                continue;
            }
            long bit = 1L << field;
            if ((seen & bit) != 0) {
                return NOT_SURE;
            }
            seen |= bit;
            switch (look(field, walk, receivedAtMicros)) {
                case GOOD -> found |= bit;
                case NOTHING -> {}
                case UNSURE -> {
                    return NOT_SURE;
                }
            }
            if ((found & kept & bit) != 0) {
                values[field] = screens[field].value(walk);
            }
        } while (walk.take(','));
        if (!walk.take('}') || (strict && unknown > 0) || !hasAll(found)) {
            return NOT_SURE;
        }
        if (!Utf8.isValid(json, offset, walk.at() - offset)) {
            return NOT_SURE;
        }
        return partitionKey.length > 0 && (found & keyTexts) == 0 ? NOT_SURE : unknown;
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

    private @Nullable String firstOf(@Nullable Object[] values) {
        for (int field : partitionKey) {
            if (values[field] instanceof TextBytes text) {
                return text.toString();
            }
        }
        return null;
    }
}
