package io.millrace.proof.world;

import io.millrace.lake.Wake;
import io.millrace.proof.fault.Fault;
import java.io.IOException;

/** The queue that wakes the committer; its schedule does too, so a lost message costs time only. */
final class WakeQueue implements Wake {
    private static final int SPREAD = 2;

    private final World world;

    WakeQueue(World world) {
        this.world = world;
    }

    @Override
    public void committer() {
        if (world.faults.hitsAtTimes(Fault.WAKE_LOST, SPREAD)) {
            throw new WakeException("Cannot wake the committer", new IOException("no answer"));
        }
        world.askForCommitter();
    }
}
