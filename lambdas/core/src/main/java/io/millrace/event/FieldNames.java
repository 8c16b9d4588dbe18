package io.millrace.event;

import io.millrace.contract.Contract;
import io.millrace.contract.Field;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names under which an event may bring a contract's fields. */
final class FieldNames {
    static final String EVENT_ID = "event_id";
    static final String EVENT_TYPE = "event_type";

    /** Says when the sender sent the event, by its own clock. */
    static final String SENT_AT = "sentAt";

    /** What an event may say to the platform, whatever its contract: never an unknown field. */
    static final Set<String> RESERVED = Set.of("dataset", SENT_AT);

    /**
     * One name of one field.
     *
     * @param number from 0, of all names
     * @param rank 0 for the field's own name, then its aliases; where an event has several, the lowest counts
     */
    record Name(String text, Field field, int fieldIndex, int rank, int number) {}

    private final Map<String, Name> byText = new HashMap<>();
    private final List<Field> fields;
    private final int eventTimeIndex;

    FieldNames(Contract contract) {
        fields = contract.fields();
        int eventTime = -1;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            add(field.name(), field, i, 0);
            for (int alias = 0; alias < field.aliases().size(); alias++) {
                add(field.aliases().get(alias), field, i, alias + 1);
            }
            eventTime = field.name().equals(contract.eventTime()) ? i : eventTime;
        }
        eventTimeIndex = eventTime;
    }

    private void add(String text, Field field, int fieldIndex, int rank) {
        byText.put(text, new Name(text, field, fieldIndex, rank, byText.size()));
    }

    @Nullable
    Name find(String text) {
        return byText.get(text);
    }

    /** All names, in the order of their numbers. */
    List<Name> all() {
        return byText.values().stream()
                .sorted(Comparator.comparingInt(Name::number))
                .toList();
    }

    Field field(int index) {
        return fields.get(index);
    }

    int fieldCount() {
        return fields.size();
    }

    int count() {
        return byText.size();
    }

    int eventTimeIndex() {
        return eventTimeIndex;
    }

    /** Where a field stands in the contract. */
    int indexOf(String fieldName) {
        Name name = byText.get(fieldName);
        if (name == null || name.rank() != 0) {
            throw new IllegalArgumentException("Cannot find field: " + fieldName);
        }
        return name.fieldIndex();
    }
}
