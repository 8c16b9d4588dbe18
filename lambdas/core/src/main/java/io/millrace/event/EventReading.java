package io.millrace.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.contract.Field;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One event, read once from its bytes: what stands in each field of the contract, rules not yet applied. */
final class EventReading {
    private final FieldNames names;
    private final Values reader;
    private final @Nullable Object[] values;
    private final FieldNames.@Nullable Name[] foundAs;
    private final boolean[] seen;
    private int unknownFields;
    private @Nullable String firstUnknown;
    private @Nullable String duplicate;
    private @Nullable String claimedId;
    private @Nullable String claimedType;
    private @Nullable Object sentAt;

    EventReading(FieldNames names, byte[] json, int offset) {
        this.names = names;
        this.reader = new Values(json, offset);
        this.values = new @Nullable Object[names.fieldCount()];
        this.foundAs = new FieldNames.@Nullable Name[names.fieldCount()];
        this.seen = new boolean[names.count()];
    }

    /** Reads the members of the object that the parser stands at the start of, to its end. */
    void readMembers(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String member = parser.currentName();
            parser.nextToken();
            FieldNames.Name name = names.find(member);
            if (name == null && FieldNames.RESERVED.contains(member)) {
                reserved(member, parser);
            } else if (name == null) {
                unknown(member, parser);
            } else {
                known(name, parser);
            }
        }
    }

    private void unknown(String member, JsonParser parser) throws IOException {
        unknownFields++;
        if (firstUnknown == null) {
            firstUnknown = member;
        }
        if (member.equals(FieldNames.EVENT_TYPE)) {
            claimedType = scalarText(parser);
        }
        parser.skipChildren();
    }

    private void reserved(String member, JsonParser parser) throws IOException {
        if (member.equals(FieldNames.SENT_AT)) {
            sentAt = parser.currentToken() == JsonToken.VALUE_NULL ? null : Values.timestamp(parser);
        }
        parser.skipChildren();
    }

    private void known(FieldNames.Name name, JsonParser parser) throws IOException {
        if (seen[name.number()] && duplicate == null) {
            duplicate = name.text();
        }
        seen[name.number()] = true;
        int index = name.fieldIndex();
        FieldNames.Name better = foundAs[index];
        if (better != null && better.rank() <= name.rank()) {
            parser.skipChildren();
            return;
        }
        String text = scalarText(parser);
        Object value = reader.read(name.field(), parser);
        parser.skipChildren();
        if (value != null) {
            values[index] = value;
            foundAs[index] = name;
            claim(name.field(), text);
        }
    }

    private void claim(Field field, @Nullable String text) {
        if (field.name().equals(FieldNames.EVENT_ID)) {
            claimedId = text;
        } else if (field.name().equals(FieldNames.EVENT_TYPE)) {
            claimedType = text;
        }
    }

    private static @Nullable String scalarText(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_STRING || token.isNumeric() ? parser.getText() : null;
    }

    /** The field's value, a {@link Violation}, or null. */
    @Nullable
    Object value(int fieldIndex) {
        return values[fieldIndex];
    }

    /** The pointer to the field, under the name that the event has it by. */
    String pointer(int fieldIndex) {
        FieldNames.Name name = foundAs[fieldIndex];
        return Json.pointer(name == null ? names.field(fieldIndex).name() : name.text());
    }

    /** When the event says it was sent, in microseconds, a {@link Violation}, or null. */
    @Nullable
    Object sentAt() {
        return sentAt;
    }

    int unknownFields() {
        return unknownFields;
    }

    @Nullable
    String firstUnknown() {
        return firstUnknown;
    }

    /** The name of a field that is there twice. */
    @Nullable
    String duplicate() {
        return duplicate;
    }

    Claimed claimed() {
        Object time = names.eventTimeIndex() < 0 ? null : values[names.eventTimeIndex()];
        return new Claimed(claimedId, claimedType, time instanceof Long micros ? micros : null);
    }
}
