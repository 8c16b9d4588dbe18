package io.millrace.local.host;

import io.millrace.local.host.poller.MappingStatus;
import io.millrace.local.host.runtime.FunctionStatus;
import java.util.List;

/**
 * The host's state as {@code GET /health} shows it.
 *
 * @param status {@code ok}, or {@code degraded} when something is declared that the host cannot do
 * @param problems why it is degraded, a sentence each
 */
public record Health(
        String status, long pid, List<String> problems, List<FunctionStatus> functions, List<MappingStatus> mappings) {

    static Health of(List<String> problems, List<FunctionStatus> functions, List<MappingStatus> mappings) {
        return new Health(
                problems.isEmpty() ? "ok" : "degraded", ProcessHandle.current().pid(), problems, functions, mappings);
    }
}
