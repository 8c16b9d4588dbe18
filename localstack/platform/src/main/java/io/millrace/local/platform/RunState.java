package io.millrace.local.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is written down between two commands.
 *
 * @param format version of this shape; another version is not read
 * @param ports port of each listener by name, kept after a stop so that the next start uses the same ones
 * @param parts the processes that were started and not stopped
 * @param deployment digest of what was deployed last, or null before the first deployment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunState(
        int format,
        Map<String, Integer> ports,
        Map<String, Started> parts,
        @Nullable String deployment) {

    static final int FORMAT = 1;

    /**
     * A process that was started.
     *
     * @param startedAtMillis start of the process in milliseconds since the epoch
     * @param fingerprint digest of the command and the code that it was started with
     * @param killed whether it had to be killed, so that it could not save what it holds
     */
    record Started(long pid, long startedAtMillis, String fingerprint, boolean killed) {

        Started(ProcessIdentity process, String fingerprint) {
            this(process.pid(), process.startedAt().toEpochMilli(), fingerprint, false);
        }

        Started asKilled() {
            return new Started(pid, startedAtMillis, fingerprint, true);
        }

        ProcessIdentity process() {
            return new ProcessIdentity(pid, Instant.ofEpochMilli(startedAtMillis));
        }
    }

    RunState {
        ports = Map.copyOf(new TreeMap<>(ports));
        parts = Map.copyOf(new TreeMap<>(parts));
    }

    static RunState empty() {
        return new RunState(FORMAT, Map.of(), Map.of(), null);
    }

    Optional<Started> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    Optional<Integer> port(String name) {
        return Optional.ofNullable(ports.get(name));
    }

    RunState withPorts(Map<String, Integer> chosen) {
        return new RunState(format, chosen, parts, deployment);
    }

    RunState withPart(String name, Started started) {
        Map<String, Started> changed = new TreeMap<>(parts);
        changed.put(name, started);
        return new RunState(format, ports, changed, deployment);
    }

    RunState withoutPart(String name) {
        Map<String, Started> changed = new TreeMap<>(parts);
        changed.remove(name);
        return new RunState(format, ports, changed, deployment);
    }

    RunState withDeployment(@Nullable String digest) {
        return new RunState(format, ports, parts, digest);
    }
}
