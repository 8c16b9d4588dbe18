package io.millrace.local.host.assembly;

import java.util.List;
import java.util.Map;

/**
 * What the templates of one synthesis declare.
 *
 * @param fingerprint differs between two syntheses
 * @param functions by name
 * @param problems what the host cannot do as declared, a sentence each; the rest works all the same
 */
public record Assembly(
        String fingerprint,
        Map<String, FunctionDefinition> functions,
        List<StreamMapping> mappings,
        List<String> problems) {

    /** Nothing has been synthesised yet. */
    public static final Assembly EMPTY = new Assembly("", Map.of(), List.of(), List.of());

    public Assembly {
        functions = Map.copyOf(functions);
        mappings = List.copyOf(mappings);
        problems = List.copyOf(problems);
    }
}
