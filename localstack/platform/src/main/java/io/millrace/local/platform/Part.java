package io.millrace.local.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One process of the platform as it was found.
 *
 * @param pid the process, or null when none of ours runs
 * @param port where it answers, or null when it never had a port
 * @param detail one line for a person: why it is in this state, or where it answers
 */
public record Part(
        String name,
        PartState state,
        @Nullable Long pid,
        @Nullable Integer port,
        String detail,
        Path logFile) {}
