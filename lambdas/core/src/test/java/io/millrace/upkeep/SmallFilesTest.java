package io.millrace.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallFilesTest {
    @Test
    void twentyManifestsBelowAMebibyteAreWorthIt() {
        assertThat(SmallFiles.isSmallManifest((1 << 20) - 1)).isTrue();
        assertThat(SmallFiles.isSmallManifest(1 << 20)).isFalse();
        assertThat(SmallFiles.areWorthRewriting(19)).isFalse();
        assertThat(SmallFiles.areWorthRewriting(20)).isTrue();
    }
}
