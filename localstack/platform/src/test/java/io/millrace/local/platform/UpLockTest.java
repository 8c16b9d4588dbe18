package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpLockTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void theSecondCommandWaitsForTheFirst() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch firstIsIn = new CountDownLatch(1);
        CountDownLatch secondWaits = new CountDownLatch(1);

        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> hold(Progress.silent(), () -> {
            firstIsIn.countDown();
            await(secondWaits);
            order.add("first");
        }));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            await(firstIsIn);
            hold(tellWhenWaiting(secondWaits), () -> order.add("second"));
        });

        CompletableFuture.allOf(first, second).join();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void theLockIsFreeAgainAfterAFailure() {
        assertThatThrownBy(() -> hold(Progress.silent(), () -> {
                    throw new PlatformException("Cannot start");
                }))
                .hasMessage("Cannot start");

        hold(Progress.silent(), () -> {});
    }

    @Test
    void aLockThatStaysHeldNamesItsHolder() {
        Path file = folder.resolve("run/lock");
        hold(
                Progress.silent(),
                () -> assertThatThrownBy(() -> UpLock.holding(file, Duration.ZERO, Progress.silent(), () -> "never"))
                        .isInstanceOf(PlatformException.class)
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid()));
    }

    private void hold(Progress progress, Runnable work) {
        UpLock.holding(folder.resolve("run/lock"), LONG, progress, () -> {
            work.run();
            return true;
        });
    }

    private static Progress tellWhenWaiting(CountDownLatch waiting) {
        return new Progress() {
            @Override
            public void stage(String line) {
                waiting.countDown();
            }

            @Override
            public void warn(String line) {}
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
