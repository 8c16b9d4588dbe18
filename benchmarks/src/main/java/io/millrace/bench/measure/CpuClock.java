package io.millrace.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time, which another process on the machine does not lengthen as it does wall time. */
public final class CpuClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private CpuClock() {}

    /** CPU time of the calling thread so far: what the code itself takes. */
    public static long threadNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** CPU time of the process so far: also collecting garbage, and compiling. In steps of 10 ms. */
    public static long processNanos() {
        return SYSTEM.getProcessCpuTime();
    }
}
