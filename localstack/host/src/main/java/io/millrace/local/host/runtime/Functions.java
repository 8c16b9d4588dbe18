package io.millrace.local.host.runtime;

import io.millrace.local.host.assembly.Assembly;
import io.millrace.local.host.assembly.FunctionDefinition;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All functions of the assembly. Safe for any number of threads. */
public final class Functions {

    private final FunctionConfigurations configurations;
    private final PackageStore packages;
    private final Map<String, String> hostEnvironment;
    private final int maxEnvironments;
    private final InstantSource clock;
    private final Map<String, HostedFunction> functions = new ConcurrentHashMap<>();
    private final InvocationFaults faults = new InvocationFaults();

    /** @param maxEnvironments environments of a function that reserves no concurrency of its own */
    public Functions(
            FunctionConfigurations configurations,
            PackageStore packages,
            Map<String, String> hostEnvironment,
            int maxEnvironments,
            InstantSource clock) {
        this.configurations = configurations;
        this.packages = packages;
        this.hostEnvironment = Map.copyOf(hostEnvironment);
        this.maxEnvironments = maxEnvironments;
        this.clock = clock;
    }

    /**
     * Takes the functions and packages of {@code assembly} for all later invocations.
     *
     * @return what could not be loaded, a sentence each; such a function keeps the package that it had
     */
    public List<String> deploy(Assembly assembly) {
        List<String> problems = new ArrayList<>();
        functions.keySet().retainAll(assembly.functions().keySet());
        for (FunctionDefinition definition : assembly.functions().values()) {
            try {
                deploy(definition, packages.load(definition.packageFolder()));
            } catch (IOException e) {
                problems.add("Cannot load the package of function " + definition.name() + ": " + e);
            }
        }
        return problems;
    }

    /** Runs the function on the event and waits for its answer, at most its time-out. */
    public Invocation invoke(String functionName, String requestId, byte[] event) {
        HostedFunction function = functions.get(functionName);
        return function == null
                ? new Invocation.Unavailable("Function not in the assembly: " + functionName)
                : function.invoke(requestId, event);
    }

    /**
     * Has invocations of a function fail for a test: every other of them never starts, the others work and lose their
     * answer.
     *
     * @param invocations how many, from the next one on; 0 for none
     * @return false if there is no such function
     */
    public boolean failNext(String functionName, int invocations) {
        boolean known = functions.containsKey(functionName);
        if (known) {
            faults.failNext(functionName, invocations);
        }
        return known;
    }

    /**
     * Has a function start no invocation for a test, until {@link #failNext}.
     *
     * @return false if there is no such function
     */
    public boolean stop(String functionName) {
        boolean known = functions.containsKey(functionName);
        if (known) {
            faults.stop(functionName);
        }
        return known;
    }

    /** How many invocations of a function are still to fail for a test. */
    public int stillToFail(String functionName) {
        return faults.left(functionName);
    }

    /** Every function, by name. */
    public List<FunctionStatus> status() {
        return functions.values().stream()
                .map(HostedFunction::status)
                .sorted(Comparator.comparing(FunctionStatus::name))
                .toList();
    }

    private void deploy(FunctionDefinition definition, FunctionPackage functionPackage) {
        int limit = limit(definition.reservedConcurrency());
        HostedFunction known = functions.get(definition.name());
        if (known == null) {
            functions.put(
                    definition.name(),
                    new HostedFunction(
                            definition.name(), functionPackage, limit, configurations, hostEnvironment, faults, clock));
        } else {
            known.redeploy(functionPackage, limit);
        }
    }

    private int limit(@Nullable Integer reserved) {
        return reserved == null ? maxEnvironments : Math.min(reserved, maxEnvironments);
    }
}
