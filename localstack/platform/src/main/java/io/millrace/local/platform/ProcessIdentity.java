package io.millrace.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that stays recognisable after its number has been given to another one.
 *
 * @param startedAt when the kernel started it
 */
record ProcessIdentity(long pid, Instant startedAt) {

    /** The start is derived from the machine's boot time, which the kernel rounds to a second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Identity of a process that lives now, or empty when it has ended meanwhile. */
    static Optional<ProcessIdentity> of(ProcessHandle process) {
        return process.info().startInstant().map(start -> new ProcessIdentity(process.pid(), start));
    }

    /** This very process, if it still lives. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::sameStart)
                .filter(found -> !isZombie());
    }

    private boolean sameStart(ProcessHandle found) {
        return found.info()
                .startInstant()
                .filter(start -> Duration.between(startedAt, start).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    /** Where nothing reaps orphans (a container without an init), a dead process keeps its number for ever. */
    private boolean isZombie() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String line = Files.readString(stat);
            return line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (IOException noProcFileSystem) {
            return false;
        }
    }
}
