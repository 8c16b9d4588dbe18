package io.millrace.bench.cost;

/**
 * A Lambda function over an hour.
 *
 * @param seconds billed for one invocation
 */
record Function(double invocations, double seconds, double memoryMb) {
    /** At which a function has one core to itself; with less memory it has less of it. */
    private static final double MB_OF_A_CORE = 1769;

    private static final double MB_A_GB = 1024;
    private static final double MILLIS_A_SECOND = 1000;

    /** One that computes for so long on a core of its own, and waits for so long. */
    static Function of(double invocations, double cpuMillis, double waitMillis, double memoryMb) {
        double share = Math.min(1, memoryMb / MB_OF_A_CORE);
        return new Function(invocations, (cpuMillis / share + waitMillis) / MILLIS_A_SECOND, memoryMb);
    }

    double gbSeconds() {
        return invocations * seconds * memoryMb / MB_A_GB;
    }
}
