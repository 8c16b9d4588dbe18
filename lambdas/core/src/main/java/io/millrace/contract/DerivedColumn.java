package io.millrace.contract;

/** A silver column that is computed from a field of type TIMESTAMP: ODCS's {@code transformLogic}. */
public record DerivedColumn(Column column, Transform transform, String source, Classification classification) {

    /** What is computed. */
    public enum Transform {
        /** {@code date(f)}: the UTC day, a DATE. */
        DATE,
        /** {@code hour(f)}: the UTC hour of day, 0 to 23, an INT. */
        HOUR
    }
}
