package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aPreferredPortIsTakenWhenNobodyListensOnIt() {
        int free = new Ports().any();

        assertThat(new Ports().choose(free)).isEqualTo(free);
    }

    @Test
    void anotherPortIsTakenWhenSomebodyListensOnThePreferredOne() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int chosen = new Ports().choose(other.getLocalPort());

            assertThat(chosen).isNotEqualTo(other.getLocalPort());
            assertThat(Ports.isFree(chosen)).isTrue();
        }
    }

    @Test
    void aPortIsGivenOutOnce() {
        Ports ports = new Ports();
        int first = ports.any();

        assertThat(ports.choose(first)).isNotEqualTo(first);
        assertThat(ports.choose(first)).isNotEqualTo(first);
    }
}
