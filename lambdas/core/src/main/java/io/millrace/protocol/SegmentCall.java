package io.millrace.protocol;

import static io.millrace.protocol.Form.AS_IS;
import static io.millrace.protocol.Form.CHANNEL;
import static io.millrace.protocol.Form.DAY;
import static io.millrace.protocol.Form.LIBRARY;
import static io.millrace.protocol.Form.NUMBER;
import static io.millrace.protocol.Form.TEXT;

import io.millrace.protocol.FieldSource.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calls of Segment's tracking API, where each goes, and which fields its members fill. */
enum SegmentCall {
    TRACK("app_events"),
    IDENTIFY("users"),
    PAGE("clickstream"),
    SCREEN("clickstream"),
    GROUP("external"),
    ALIAS("external");

    /** Where goes what no other dataset has the fields for. */
    static final String REST = "external";

    private final String dataset;

    SegmentCall(String dataset) {
        this.dataset = dataset;
    }

    String dataset() {
        return dataset;
    }

    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SegmentCall> of(String type) {
        for (SegmentCall each : values()) {
            if (each.type().equals(type)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The call that a protocol's code names by itself. */
    static Optional<SegmentCall> of(Protocol protocol) {
        return switch (protocol) {
            case SEGMENT_TRACK -> Optional.of(TRACK);
            case SEGMENT_IDENTIFY -> Optional.of(IDENTIFY);
            case SEGMENT_PAGE -> Optional.of(PAGE);
            case SEGMENT_SCREEN -> Optional.of(SCREEN);
            case SEGMENT_GROUP -> Optional.of(GROUP);
            case SEGMENT_ALIAS -> Optional.of(ALIAS);
            case PLAIN, CLOUDEVENTS, SEGMENT -> Optional.empty();
        };
    }

    /** How an event of the dataset is made of the call's message; its id, its time and its type are not among these. */
    List<FieldSource> fields(String intoDataset) {
        List<FieldSource> fields = new ArrayList<>(List.of(
                FieldSource.of("user_id", TEXT, "/userId"),
                FieldSource.of("anonymous_id", TEXT, "/anonymousId"),
                FieldSource.of(
                        "session_id", TEXT, "/context/sessionId", "/properties/session_id", "/properties/sessionId")));
        switch (intoDataset) {
            case "app_events" -> fields.addAll(app());
            case "clickstream" -> fields.addAll(click());
            case "users" -> fields.addAll(person());
            default -> fields.add(FieldSource.of("properties", AS_IS, Members.WHOLE));
        }
        return fields;
    }

    private static List<FieldSource> app() {
        return List.of(
                FieldSource.of("event_type", AS_IS, "/event"),
                new FieldSource(
                        "app_type",
                        List.of(new Place("/channel", CHANNEL), new Place("/context/library/name", LIBRARY))),
                FieldSource.of("app_version", TEXT, "/context/app/version"),
                FieldSource.of("event_value", NUMBER, "/properties/value", "/properties/revenue"),
                FieldSource.of("properties", AS_IS, "/properties"));
    }

    private List<FieldSource> click() {
        FieldSource page = this == SCREEN
                ? FieldSource.of("page", TEXT, "/name", "/properties/name")
                : FieldSource.of(
                        "page",
                        TEXT,
                        "/properties/path",
                        "/context/page/path",
                        "/properties/url",
                        "/context/page/url",
                        "/name");
        return List.of(
                page,
                FieldSource.of(
                        "referrer", AS_IS, "/properties/referrer", "/context/page/referrer", "/context/referrer/url"),
                new FieldSource("action", List.of(new Place(Members.WHOLE, Form.VIEW))),
                FieldSource.of("device", AS_IS, "/context/device/type"),
                FieldSource.of("source", AS_IS, "/context/campaign/source"),
                FieldSource.of("properties", AS_IS, "/properties"));
    }

    private static List<FieldSource> person() {
        return List.of(
                trait("email", AS_IS, "email"),
                trait("phone", TEXT, "phone"),
                trait("age", AS_IS, "age"),
                trait("birth_date", DAY, "birthday"),
                trait("country", AS_IS, "country", "address/country"),
                trait("status", AS_IS, "status"),
                trait("name", AS_IS, "name"),
                trait("created_date", DAY, "createdAt"),
                FieldSource.of("properties", AS_IS, "/traits", "/context/traits"));
    }

    private static FieldSource trait(String field, Form form, String... names) {
        List<Place> places = new ArrayList<>();
        for (String where : List.of("/traits/", "/context/traits/")) {
            for (String name : names) {
                places.add(new Place(where + name, form));
            }
        }
        return new FieldSource(field, places);
    }
}
