package io.millrace.doctor;

/**
 * One thing that was looked at.
 *
 * @param level how it is
 * @param what what was found, with its value
 * @param fix what to do about it; empty when it is fine
 */
public record Finding(Level level, String what, String fix) {

    /** How something is. */
    public enum Level {
        /** As it should be. */
        FINE,
        /** Worth knowing; nothing fails because of it. */
        NOTE,
        /** Something fails, or data is lost, because of it. */
        FAULT
    }

    /** As it should be. */
    public static Finding fine(String what) {
        return new Finding(Level.FINE, what, "");
    }

    /** Worth knowing. */
    public static Finding note(String what, String fix) {
        return new Finding(Level.NOTE, what, fix);
    }

    /** A fault. */
    public static Finding broken(String what, String fix) {
        return new Finding(Level.FAULT, what, fix);
    }
}
