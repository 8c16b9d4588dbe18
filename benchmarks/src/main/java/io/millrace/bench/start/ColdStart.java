package io.millrace.bench.start;

import io.millrace.ingest.IngestHandler;

/** A process that becomes an ingest function, as Lambda's runtime makes it one, says what CPU time that took, and ends. */
public final class ColdStart {
    private ColdStart() {}

    public static void main(String[] arguments) {
        IngestHandler handler = new IngestHandler(System.getenv());
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(cpu -> System.out.println(cpu.toNanos() + " " + handler.getClass()));
    }
}
