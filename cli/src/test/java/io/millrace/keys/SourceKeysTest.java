package io.millrace.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceKeysTest {

    /** The door hashes the same way; the vector is from FIPS 180-4's examples. */
    @Test
    void keepsTheLowerCaseHexSha256OfAKey() {
        assertThat(SourceKeys.hash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
