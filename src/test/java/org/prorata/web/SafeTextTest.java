package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void a_line_for_the_log_has_no_control_characters() {
        assertThat(SafeText.line("/a\r\nERROR forged\u001b[31m\u202e\u0085\u2028x")).isEqualTo("/a??ERROR forged?[31m???x");
        assertThat(SafeText.line(null)).isEmpty();
        assertThat(SafeText.line("x".repeat(10_000))).hasSize(500);
    }

    @Test
    void what_reads_otherwise_than_it_is_written_misleads_and_joiners_of_scripts_do_not() {
        for (String misleading : new String[] {"a\u202eb", "a\u0000b", "a\u2066b", "a\u200bb", "a\u200fb", "a\u001b[2Jb", "a\u0085b", "a\u2028b", "a\ud800b", "\u3164", "a\uffa0b", "a\u034fb", "\u2800", "\u0301Ada"}) {
            assertThat(SafeText.misleads(misleading)).isTrue();
        }
        for (String plain : new String[] {null, "", "Zoë & Søn\r\n\tLtd.", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "=1+1", "株式会社", "Ze\u0301lie"}) {
            assertThat(SafeText.misleads(plain)).isFalse();
        }
    }

    @Test
    void a_file_name_leads_nowhere() {
        assertThat(SafeText.fileName("../../etc/passwd")).isEqualTo("etc-passwd");
        assertThat(SafeText.fileName("a\"b\r\nc;d.csv")).isEqualTo("a-b-c-d.csv");
        assertThat(SafeText.fileName(".htaccess")).isEqualTo("htaccess");
        assertThat(SafeText.fileName("\u202e")).isEqualTo("download");
        assertThat(SafeText.fileName("x".repeat(500) + ".csv")).hasSize(120).endsWith(".csv");
    }
}
