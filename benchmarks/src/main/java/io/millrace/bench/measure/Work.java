package io.millrace.bench.measure;

import java.io.IOException;

/** A piece of work that can be done again and again, the same each time. */
public interface Work {
    /** Does it once. Returns how many events that was. */
    long once() throws IOException;
}
