package io.millrace.local.gateway.athena;

/** An error of Athena's API. */
public final class AthenaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String code;

    AthenaException(String type, String code, String message) {
        super(message);
        this.type = type;
        this.code = code;
    }

    static AthenaException invalid(String message) {
        return new AthenaException("InvalidRequestException", "INVALID_INPUT", message);
    }

    static AthenaException metadata(String message) {
        return new AthenaException("MetadataException", "METADATA", message);
    }

    static AthenaException internal(String message) {
        return new AthenaException("InternalServerException", "INTERNAL", message);
    }

    /** The exception's name in the API. */
    public String type() {
        return type;
    }

    /** The value of AthenaErrorCode. */
    public String code() {
        return code;
    }
}
