package io.millrace.protocol;

import io.millrace.protocol.Members.Member;
import java.util.List;
import java.util.Optional;

/**
 * Where a field of an event comes from in a message.
 *
 * @param places in order of preference; the first that is there and fits counts
 */
record FieldSource(String field, List<Place> places) {
    FieldSource {
        places = List.copyOf(places);
    }

    /** A member of the message, and how it is taken. */
    record Place(String pointer, Form form) {}

    /** A value that was found. */
    record Found(String pointer, String json) {}

    /** A field that is taken the same way from each of several places. */
    static FieldSource of(String field, Form form, String... pointers) {
        return new FieldSource(
                field, List.of(pointers).stream().map(p -> new Place(p, form)).toList());
    }

    Optional<Found> in(Members message) {
        for (Place place : places) {
            Optional<Member> member = message.find(place.pointer());
            Optional<String> json = member.flatMap(place.form()::json);
            if (json.isPresent()) {
                return Optional.of(new Found(place.pointer(), json.get()));
            }
        }
        return Optional.empty();
    }
}
