package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private final List<String> warnings = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void stage(String line) {}

        @Override
        public void warn(String line) {
            warnings.add(line);
        }
    };

    @Test
    void portsAreRememberedFromOneStartToTheNext() {
        Addresses first = Addresses.choose(RunState.empty(), progress);
        RunState remembered = RunState.empty().withPorts(first.asPorts());

        assertThat(Addresses.choose(remembered, progress)).isEqualTo(first);
        assertThat(Addresses.of(remembered)).contains(first);
    }

    @Test
    void aRememberedPortThatAnotherProgramTookIsReplacedWithAWarning() throws IOException {
        Addresses first = Addresses.choose(RunState.empty(), progress);
        warnings.clear();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Integer> ports = first.asPorts();
            ports.put("ingest", other.getLocalPort());

            Addresses second = Addresses.choose(RunState.empty().withPorts(ports), progress);

            assertThat(second.ingest()).isNotEqualTo(other.getLocalPort());
            assertThat(second.gateway()).isEqualTo(first.gateway());
            assertThat(warnings)
                    .containsExactly("Another program listens on port " + other.getLocalPort()
                            + "; the ingest port is now " + second.ingest());
        }
    }

    @Test
    void aPortThatOurOwnLivingPartListensOnIsKept() throws IOException {
        try (ServerSocket ours = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Integer> ports =
                    Addresses.choose(RunState.empty(), progress).asPorts();
            ports.put("host", ours.getLocalPort());
            ProcessIdentity thisProcess =
                    ProcessIdentity.of(ProcessHandle.current()).orElseThrow();
            RunState remembered =
                    RunState.empty().withPorts(ports).withPart("host", new RunState.Started(thisProcess, "any"));

            assertThat(Addresses.choose(remembered, progress).host()).isEqualTo(ours.getLocalPort());
        }
    }

    @Test
    void withoutAllPortsNoAddressIsKnown() {
        assertThat(Addresses.of(RunState.empty().withPorts(Map.of("host", 1)))).isEmpty();
    }
}
