package io.millrace.doctor;

/**
 * One thing that was looked at.
 *
 * @param fine whether it is as it should be
 * @param what what was found, with its value
 * @param fix what to do about it; empty when it is fine
 */
public record Finding(boolean fine, String what, String fix) {

    static Finding fine(String what) {
        return new Finding(true, what, "");
    }

    static Finding broken(String what, String fix) {
        return new Finding(false, what, fix);
    }
}
