package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserNameTest {

    private static final String CHROME = "Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

    @Test
    void a_session_is_known_by_browser_and_system() {
        Map<String, String> names = Map.of(
                "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox on Linux",
                CHROME.formatted("Windows NT 10.0; Win64; x64"), "Chrome on Windows",
                CHROME.formatted("X11; CrOS x86_64 14541.0.0"), "Chrome on ChromeOS",
                CHROME.formatted("Linux; Android 10; K"), "Chrome on Android",
                CHROME.formatted("Windows NT 10.0; Win64; x64") + " Edg/131.0.0.0", "Edge on Windows",
                CHROME.formatted("Macintosh; Intel Mac OS X 10_15_7") + " OPR/115.0.0.0", "Opera on macOS",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", "Safari on macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari on iPhone",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/133.0 Mobile/15E148 Safari/605.1.15", "Firefox on iPhone",
                "curl/7.88.1", "curl");
        names.forEach((said, name) -> assertThat(BrowserName.of(said)).as(said).isEqualTo(name));
    }

    @Test
    void what_says_nothing_readable_has_no_name() {
        assertThat(BrowserName.of(null)).isEmpty();
        assertThat(BrowserName.of("")).isEmpty();
        assertThat(BrowserName.of("<script>alert(1)</script>")).isEmpty();
        assertThat(BrowserName.of("Mozilla/5.0")).isEqualTo("A browser");
        assertThat(BrowserName.of("x".repeat(5_000))).hasSize(40);
    }
}
