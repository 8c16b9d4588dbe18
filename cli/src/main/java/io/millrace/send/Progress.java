package io.millrace.send;

/** Hears how far long work is; called often, from any thread. */
@FunctionalInterface
public interface Progress {

    /**
     * @param done events answered so far
     * @param total events in all, or 0 when unknown
     */
    void at(long done, long total, String detail);

    static Progress silent() {
        return (done, total, detail) -> {};
    }
}
