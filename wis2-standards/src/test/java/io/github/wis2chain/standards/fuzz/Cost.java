package io.github.wis2chain.standards.fuzz;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// What one input cost this thread.
///
/// @param cpu the processor's time, which does not depend on what else the machine does
/// @param allocated bytes, dead ones included
record Cost(Duration cpu, long allocated) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Cost of(Runnable work) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return new Cost(
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu),
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }
}
