package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpClassTest {
    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, public",
        "2001:4860:4860::8888, public",
        "10.1.2.3, private",
        "172.31.0.1, private",
        "172.32.0.1, public",
        "192.168.1.1, private",
        "fd00::1, private",
        "100.64.0.1, shared",
        "100.128.0.1, public",
        "127.0.0.1, loopback",
        "::1, loopback",
        "::ffff:10.0.0.1, private",
        "169.254.1.1, link_local",
        "fe80::1, link_local",
        "224.0.0.1, multicast",
        "ff02::1, multicast",
        "0.0.0.0, reserved",
        "255.255.255.255, reserved",
        "::, reserved",
        "999.1.1.1, unknown",
        "localhost, unknown",
        "abc:def, unknown",
        "'', unknown",
    })
    void saysWhatKindOfAddressItIs(String ip, String expected) {
        assertThat(IpClass.of(ip)).isEqualTo(expected);
    }

    @Test
    void noAddressIsUnknown() {
        assertThat(IpClass.of(null)).isEqualTo("unknown");
    }
}
