package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prorata.start.KillablePortal;
import org.prorata.start.OwnServer;

/** Two portals on one database: what one of them knows of sessions and guesses, the other knows with the next request. */
class TwoNodesIT {

    private static final int PER_ACCOUNT = 7;
    private static final int PER_ADDRESS = 20;
    private static final String WRONG = "walrus copper nine lanterns";

    private static OwnServer server;
    private static final KillablePortal[] NODES = new KillablePortal[2];
    private static final String[] ADDRESSES = new String[2];
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void two_portals() throws Exception {
        server = OwnServer.start(Path.of("target", "two-nodes-database"));
        for (int i = 0; i < 2; i++) {
            int port = KillablePortal.freePort();
            Map<String, String> environment = new HashMap<>(Map.of("QUARKUS_HTTP_PORT", String.valueOf(port), "PRORATA_DEMO", "true", "PRORATA_SIGN_IN_GUESSES_PER_ADDRESS",
                    String.valueOf(PER_ADDRESS), "PRORATA_HOSTS", "localhost,portal.example"));
            server.settings().forEach((key, value) -> environment.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
            NODES[i] = KillablePortal.packaged(Path.of("target", "two-nodes-unused-" + i).toAbsolutePath(), environment).awaitReady();
            ADDRESSES[i] = "http://localhost:" + port;
        }
    }

    @AfterAll
    static void they_end() throws Exception {
        for (KillablePortal node : NODES) {
            if (node != null) {
                node.terminate();
            }
        }
        server.close();
    }

    private record SignedIn(String session, String browser, String csrf) {}

    private static HttpResponse<String> tries(int node, String login, String password, String browser) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ADDRESSES[node] + "/api/v1/session")).header("Origin", ADDRESSES[node]).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}"));
        if (browser != null) {
            request.header("Cookie", "prorata-local-browser=" + browser);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static SignedIn signsIn(int node, String login, String password) throws Exception {
        HttpResponse<String> answer = tries(node, login, password, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        Matcher csrf = Pattern.compile("\"csrf\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(csrf.find()).isTrue();
        return new SignedIn(cookie(cookies, "prorata-local="), cookie(cookies, "prorata-local-browser="), csrf.group(1));
    }

    private static String cookie(List<String> cookies, String name) {
        return cookies.stream().filter(each -> each.startsWith(name)).map(each -> each.substring(name.length()).split(";")[0]).findFirst().orElseThrow();
    }

    private static int asks(int node, SignedIn who, String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(ADDRESSES[node] + path)).header("Cookie", "prorata-local=" + who.session()).build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void a_copied_cookie_is_dead_on_the_other_node_once_its_owner_has_signed_out_on_one() throws Exception {
        SignedIn owner = signsIn(0, "endeavour", "copper-ledger-2010");
        String path = "/api/v1/deals/rusoro-2010/allocation";
        for (int node : new int[] {0, 1, 1, 0}) {
            assertThat(asks(node, owner, path)).as("one session on both").isEqualTo(200);
        }
        HttpResponse<String> out = HTTP.send(HttpRequest.newBuilder(URI.create(ADDRESSES[0] + "/api/v1/session")).header("Origin", ADDRESSES[0]).header("Cookie", "prorata-local=" + owner.session())
                .header("X-CSRF-Token", owner.csrf()).DELETE().build(), BodyHandlers.ofString());
        assertThat(out.statusCode()).isEqualTo(204);
        for (int node : new int[] {1, 0}) {
            assertThat(asks(node, owner, path)).isEqualTo(401);
            assertThat(asks(node, owner, "/api/v1/session")).isEqualTo(401);
        }
    }

    @Test
    void guesses_are_counted_over_both_and_never_keep_the_owner_out() throws Exception {
        SignedIn owner = signsIn(0, "blackrock", "silver-ledger-2010");
        for (int i = 0; i < PER_ACCOUNT; i++) {
            assertThat(tries(i % 2, "blackrock", WRONG, null).statusCode()).isEqualTo(401);
        }
        for (int node : new int[] {0, 1}) {
            HttpResponse<String> stranger = tries(node, "blackrock", "silver-ledger-2010", null);
            assertThat(stranger.statusCode()).as("the right password of a stranger is not looked at either").isEqualTo(429);
            assertThat(stranger.headers().firstValue("Retry-After")).isPresent();
            assertThat(tries(node, "blackrock", "silver-ledger-2010", owner.browser()).statusCode()).as("a browser that has signed in before").isEqualTo(200);
        }
        // and by address, over names that nobody has
        int looked = PER_ACCOUNT;
        for (int i = 0; i < PER_ADDRESS + 5; i++) {
            looked += tries(i % 2, "nobody-" + i, WRONG, null).statusCode() == 401 ? 1 : 0;
        }
        assertThat(looked).isEqualTo(PER_ADDRESS);
        for (int node : new int[] {0, 1}) {
            assertThat(tries(node, "petropavlovsk", "amber-ledger-2010", null).statusCode()).isEqualTo(429);
            assertThat(tries(node, "blackrock", "silver-ledger-2010", owner.browser()).statusCode()).isEqualTo(200);
        }
        server.runs("delete from sign_in_attempt");
    }

    @Test
    void a_user_who_is_disabled_is_out_on_both_with_the_next_request() throws Exception {
        SignedIn user = signsIn(1, "lansdowne-1", "single-slice-2010");
        assertThat(asks(0, user, "/api/v1/session")).isEqualTo(200);
        server.runs("update portal_user set disabled = true where login = 'lansdowne-1'");
        assertThat(asks(0, user, "/api/v1/session")).isEqualTo(401);
        assertThat(asks(1, user, "/api/v1/session")).isEqualTo(401);
        server.runs("update portal_user set disabled = false where login = 'lansdowne-1'");
        server.runs("delete from sign_in_attempt");
    }

    @Test
    void a_host_that_is_not_listed_is_not_served() throws Exception {
        for (String[] host : new String[][] {{"localhost", "200"}, {"PORTAL.example", "403"}, {"evil.example", "421"}, {"localhost.evil.example", "421"}, {"127.0.0.1", "421"}}) {
            int port = URI.create(ADDRESSES[0]).getPort();
            try (RawRequest raw = new RawRequest(port)) {
                RawRequest.Answer answer = raw.sends("GET /login HTTP/1.1\r\nHost: " + host[0] + ":" + port + "\r\nConnection: close\r\n\r\n").answer();
                assertThat(answer.status()).as(host[0]).isEqualTo(Integer.parseInt(host[1]));
                assertThat(answer.has("Content-Security-Policy")).isTrue();
            }
        }
    }
}
