package io.millrace.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Time that passes only when someone waits, and then at once. */
final class RecordedWaits implements Waits {

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @Override
    public long now() {
        return pauses.stream().mapToLong(Duration::toNanos).sum();
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
    }

    @Override
    public double spread() {
        return 1;
    }

    List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
