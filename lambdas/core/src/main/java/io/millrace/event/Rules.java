package io.millrace.event;

/** Names of the rules that an event can break, as answers, quarantine tables and metrics show them. */
public final class Rules {
    /** The bytes are not one well-formed JSON text. */
    public static final String MALFORMED_JSON = "malformed_json";
    /** The bytes are not valid UTF-8. */
    public static final String INVALID_UTF8 = "invalid_utf8";
    /** The JSON nests too deep, or a name or a number in it is too long. */
    public static final String JSON_LIMIT = "json_limit";
    /** The JSON is not an object. */
    public static final String NOT_AN_OBJECT = "not_an_object";
    /** The JSON is no record of the dataset's format. */
    public static final String UNKNOWN_FORMAT = "unknown_format";
    /** A field of the contract is there more than once. */
    public static final String DUPLICATE_FIELD = "duplicate_field";
    /** A field that is not in a strict contract. */
    public static final String UNKNOWN_FIELD = "unknown_field";
    /** A required field is absent, null or empty. */
    public static final String REQUIRED = "required";
    /** None of a group of fields is there. */
    public static final String REQUIRE_ONE_OF = "require_one_of";
    /** The value is not of the field's type. */
    public static final String TYPE = "type";
    /** The value is outside the field's bounds. */
    public static final String RANGE = "range";
    /** The text is too short or too long. */
    public static final String LENGTH = "length";
    /** The text does not match the field's pattern. */
    public static final String PATTERN = "pattern";
    /** The text is not one of the listed values. */
    public static final String ALLOWED_VALUES = "allowed_values";

    private Rules() {}
}
