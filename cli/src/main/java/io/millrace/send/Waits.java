package io.millrace.send;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Time as the poster sees it, so that its patience can be shown without spending it. */
interface Waits {

    /** Nanoseconds on a clock that only goes forward. */
    long now();

    void pause(Duration duration) throws InterruptedException;

    /** A number in [0, 1) that spreads resends of many connections. */
    double spread();

    static Waits real() {
        return new Waits() {
            @Override
            public long now() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis());
            }

            @Override
            public double spread() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
