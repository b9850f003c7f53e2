package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   postgres-linux-x86_64.txz",
        "Linux,    aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64,  postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz"})
    void the_jars_hold_a_postgresql_for_every_machine_named_in_the_readme(String os, String machine, String archive) {
        assertThat(Binaries.archive(os, machine)).isEqualTo(archive);
        assertThat(Binaries.class.getResource("/" + archive)).isNotNull();
    }
}
