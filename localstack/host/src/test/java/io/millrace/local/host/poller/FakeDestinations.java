package io.millrace.local.host.poller;

import java.util.ArrayList;
import java.util.List;

/** Notes what is sent; can be away. */
final class FakeDestinations implements Destinations {

    private final List<String> messages = new ArrayList<>();
    private int failures;

    void fail(int sends) {
        failures = sends;
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void send(String arn, String message) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("Queue away");
        }
        messages.add(message);
    }
}
