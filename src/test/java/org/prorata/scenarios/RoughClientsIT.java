package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prorata.start.KillablePortal;
import org.prorata.start.StormySite;

/** The packaged portal among those who send what no browser sends, or hardly send at all. */
class RoughClientsIT {

    private static final int THREADS = 8;
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** What tells the attacker which program, which version and which code he has before him. */
    private static final Pattern TRACE = Pattern.compile("(?i)quarkus|vert\\.?x|netty|resteasy|jboss|hibernate|postgres|jackson|java\\.|org\\.prorata|exception|stack|\\bat [a-z]+\\.[a-z]+|\\.java:|error id"
            + "|select |SQLSTATE");
    private static final List<String> TELLING_HEADERS = List.of("Server", "X-Powered-By", "Via", "X-AspNet-Version", "X-Runtime");

    private static int port;
    private static int management;
    private static KillablePortal portal;

    @BeforeAll
    static void a_portal_with_few_threads_and_little_patience() throws Exception {
        Path data = Path.of("target", "rough").toAbsolutePath();
        StormySite.clear(data);
        port = KillablePortal.freePort();
        management = KillablePortal.freePort();
        portal = KillablePortal.packaged(data, Map.of("QUARKUS_HTTP_PORT", String.valueOf(port), "QUARKUS_MANAGEMENT_PORT", String.valueOf(management), "QUARKUS_THREAD_POOL_MAX_THREADS",
                String.valueOf(THREADS), "PRORATA_HTTP_HEADER_TIME", "PT2S", "PRORATA_HTTP_BODY_TIME", "PT3S", "PRORATA_SIGN_IN_GUESSES_PER_ADDRESS", "10000")).awaitReady();
    }

    @AfterAll
    static void it_ends_and_its_log_holds_no_trace() throws Exception {
        portal.terminate();
        assertThat(portal.said().lines().filter(line -> line.contains("ERROR") || line.startsWith("\tat "))).as("nothing that a client sent is a failure of the portal").isEmpty();
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n";
    }

    private static RawRequest.Answer asks(String request) throws Exception {
        try (RawRequest raw = new RawRequest(port)) {
            return raw.sends(request).answer();
        }
    }

    /** What is sent, and the status it is to get. */
    private static Map<String, Integer> odd() {
        String host = "Host: localhost:" + port + "\r\n";
        String close = "Connection: close\r\n\r\n";
        Map<String, Integer> odd = new LinkedHashMap<>();
        odd.put(get("/login?to=" + "a".repeat(9_000)), 414);
        odd.put("GET /login HTTP/1.1\r\nX-A: " + "a".repeat(70_000) + "\r\n" + host + close, 431);
        odd.put(get("/deals/%zz"), 400);
        odd.put(get("/login?to=%zz"), 400);
        odd.put(get("/api/v1/deals/%"), 400);
        odd.put(get("/deals/%ff%fe"), 401);
        odd.put(get("/deals/%00"), 401);
        odd.put(get("/deals/\u0000"), 400);
        odd.put(get("/deals/a b"), 400);
        odd.put(get("/assets/../../../etc/passwd"), 404);
        odd.put(get("/assets/%2e%2e%2f%2e%2e%2fetc/passwd"), 404);
        odd.put(get("/assets/nothing.css"), 404);
        odd.put(get("/_static/htmx.org/9.9.9/x.js"), 404);
        for (String place : List.of("/q", "/q/", "/q/health", "/q/metrics", "/q/dev-ui", "/q/info", "/q/swagger-ui", "/health", "/.git/config", "/.env", "/WEB-INF/web.xml", "/favicon.ico",
                "/nothing", "/api/v1/nothing", "/%2f")) {
            odd.put(get(place), 404);
        }
        odd.put("GET /login HTTP/1.1\r\n" + close, 400);
        odd.put("GET /login HTTP/1.1\r\nHost: a\r\nHost: b\r\n" + close, 400);
        odd.put("GET /login HTTP/1.1\r\nHost: a b<script>\r\n" + close, 400);
        odd.put("GET /login HTTP/1.1\r\nHost: localhost:99999\r\n" + close, 400);
        odd.put("GET /login HTTP/9.9\r\n" + host + close, 505);
        odd.put("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
        odd.put("/login\r\n" + close, 400);
        odd.put("\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\r\n\r\n", 400);
        for (String method : List.of("OPTIONS", "TRACE", "PUT", "PATCH", "PROPFIND", "FOO")) {
            odd.put(method + " /deals HTTP/1.1\r\n" + host + close, 405);
        }
        odd.put("OPTIONS * HTTP/1.1\r\n" + host + close, 404);
        odd.put("CONNECT evil.example:80 HTTP/1.1\r\n" + host + close, 404);
        odd.put("DELETE /deals HTTP/1.1\r\n" + host + "Origin: http://localhost:" + port + "\r\n" + close, 405);
        odd.put("POST /login HTTP/1.1\r\n" + host + "Content-Length: abc\r\n" + close, 400);
        odd.put("POST /login HTTP/1.1\r\n" + host + "Content-Length: -5\r\n" + close, 400);
        odd.put("POST /login HTTP/1.1\r\n" + host + "Content-Length: 5\r\nContent-Length: 6\r\n" + close, 400);
        odd.put(RawRequest.post(port, "/api/v1/session", JSON, "{\"login\":"), 400);
        odd.put(RawRequest.post(port, "/api/v1/session", JSON, "[1]"), 400);
        odd.put(RawRequest.post(port, "/api/v1/session", JSON, "[".repeat(50_000)), 400);
        odd.put(RawRequest.post(port, "/api/v1/session", JSON, "{\"login\":\"\u00ff\u00fe\"}"), 400);
        odd.put(RawRequest.post(port, "/api/v1/session", JSON, "{\"login\":\"a\\u0000b\",\"password\":\"x\"}"), 400);
        odd.put(RawRequest.post(port, "/api/v1/session", JSON, "{\"login\":{\"a\":1}}"), 400);
        odd.put(RawRequest.post(port, "/api/v1/session", "text/xml", "<a/>"), 415);
        odd.put(RawRequest.post(port, "/api/v1/session", "application/;;json", "{}"), 415);
        odd.put(RawRequest.post(port, "/login", FORM, "login=%zz&password=%"), 400);
        odd.put(RawRequest.post(port, "/login", FORM, "login=%00&password=x"), 400);
        odd.put(RawRequest.post(port, "/login", FORM, "f=1&".repeat(1_001)), 413);
        odd.put(RawRequest.post(port, "/login", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"login\"\r\n\r\nabc"), 400);
        odd.put(RawRequest.post(port, "/login", "multipart/form-data; boundary=x", "--x\r\n:::\r\n\r\nabc\r\n--x--\r\n"), 400);
        odd.put(RawRequest.post(port, "/login", FORM, "login=" + "a".repeat(100_000)), 413);
        odd.put("POST /login HTTP/1.1\r\n" + host + "Content-Type: " + FORM + "\r\nTransfer-Encoding: chunked\r\n\r\n20000\r\n" + "a".repeat(0x20000) + "\r\n0\r\n\r\n", 413);
        odd.put(RawRequest.head(port, "/api/v1/deals", "text/plain", 9_999_999_999L), 413);
        odd.put("GET /login HTTP/1.1\r\nAccept: ;;;/\r\n" + host + close, 406);
        return odd;
    }

    @Test
    void whatever_is_sent_the_answer_has_its_status_and_the_security_headers_and_tells_nothing_of_the_program() throws Exception {
        for (Map.Entry<String, Integer> each : odd().entrySet()) {
            String sent = each.getKey().substring(0, Math.min(120, each.getKey().length()));
            RawRequest.Answer answer = asks(each.getKey());
            assertThat(answer.status()).as(sent + " -> " + answer.text()).isEqualTo(each.getValue());
            assertHarmless(sent, answer);
        }
    }

    @Test
    void so_do_the_good_answers() throws Exception {
        for (String path : List.of("/login", "/method", "/assets/prorata.css", "/assets/logo.svg", "/q/openapi", "/")) {
            RawRequest.Answer answer = asks(get(path));
            assertThat(answer.status()).as(path).isIn(200, 303, 307, 302, 401);
            assertThat(TELLING_HEADERS).as(path).noneMatch(answer::has);
            assertThat(answer.has("Content-Security-Policy")).as(path).isTrue();
            assertThat(answer.text()).as(path).doesNotContainPattern("(?i)quarkus|vert\\.x|org\\.prorata|resteasy");
        }
    }

    private static void assertHarmless(String sent, RawRequest.Answer answer) {
        for (String header : List.of("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")) {
            assertThat(answer.has(header)).as(header + " for " + sent).isTrue();
        }
        assertThat(TELLING_HEADERS).as(sent).noneMatch(answer::has);
        assertThat(answer.text()).as(sent).doesNotContainPattern(TRACE);
    }

    @Test
    void a_header_that_stalls_or_dribbles_ends_with_408() throws Exception {
        try (RawRequest stalled = new RawRequest(port); RawRequest dribbling = new RawRequest(port)) {
            stalled.sends("GET /login HTTP/1.1\r\nHost: loc");
            long since = System.nanoTime();
            dribbling.dribbles("GET /login HTTP/1.1\r\nHost: localhost\r\nX-A: " + "a".repeat(200) + "\r\n\r\n", 100);
            assertThat(dribbling.answer().status()).isEqualTo(408);
            RawRequest.Answer late = stalled.answer();
            assertThat(late.status()).isEqualTo(408);
            assertHarmless("half a header", late);
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void so_does_the_header_of_a_second_request_on_a_connection_and_an_answer_may_take_longer_than_a_header() throws Exception {
        try (RawRequest second = new RawRequest(port)) {
            second.sends("GET /assets/logo.svg HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n");
            Thread.sleep(2_500);
            second.sends("GET /assets/logo.svg HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n");
            Thread.sleep(300);
            second.sends("GET /as");
            RawRequest.Answer answers = second.answer();
            assertThat(answers.text().split("HTTP/1.1 200 OK", -1)).as("an idle connection is no slow header").hasSize(3);
            assertThat(answers.text()).contains("HTTP/1.1 408 ");
        }
    }

    @Test
    void a_body_that_stalls_or_dribbles_ends_with_408() throws Exception {
        Map<String, String> bodies = new LinkedHashMap<>(Map.of("/login", FORM, "/api/v1/session", JSON, "/deals/import", "multipart/form-data; boundary=x", "/api/v1/deals", "text/plain"));
        List<RawRequest> stalled = new ArrayList<>();
        for (Map.Entry<String, String> each : bodies.entrySet()) {
            stalled.add(new RawRequest(port).sends(RawRequest.head(port, each.getKey(), each.getValue(), 1_000) + "{"));
        }
        try (RawRequest dribbling = new RawRequest(port)) {
            stalled.add(dribbling.sends(RawRequest.head(port, "/login", FORM, 1_000)).dribbles("login=" + "a".repeat(100), 100));
            for (RawRequest each : stalled) {
                RawRequest.Answer answer = each.answer();
                assertThat(answer.status()).isEqualTo(408);
                assertHarmless("half a body", answer);
                assertThat(answer.body()).contains("Nothing was saved");
                each.close();
            }
        }
    }

    /** Many more than the portal has threads. */
    @Test
    void slow_clients_take_nobodys_turn() throws Exception {
        List<RawRequest> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 20 * THREADS; i++) {
                String path = List.of("/login", "/api/v1/session", "/deals/import", "/api/v1/deals/rusoro-2010/proposals").get(i % 4);
                slow.add(new RawRequest(port).sends(i % 5 == 0 ? "GET /login HTTP/1.1\r\nHost: loc" : RawRequest.head(port, path, i % 4 == 1 ? JSON : FORM, 50_000) + "login="));
            }
            long since = System.nanoTime();
            HttpResponse<String> next = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/session")).header("Origin", "http://localhost:" + port)
                    .header("Content-Type", JSON).POST(HttpRequest.BodyPublishers.ofString("{\"login\":\"endeavour\",\"password\":\"copper-ledger-2010\"}")).build(), BodyHandlers.ofString());
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - since)).as("while %d clients are slow", slow.size()).isLessThan(Duration.ofMillis(1_900));
            for (RawRequest each : slow) {
                assertThat(each.answer().status()).isEqualTo(408);
            }
        } finally {
            for (RawRequest each : slow) {
                each.close();
            }
        }
    }

    @Test
    void one_that_breaks_off_leaves_nothing_behind() throws Exception {
        for (int i = 0; i < 200; i++) {
            RawRequest broken = new RawRequest(port).sends(RawRequest.head(port, i % 2 == 0 ? "/login" : "/api/v1/session", i % 2 == 0 ? FORM : JSON, 60_000) + "a".repeat(i * 250));
            broken.breaksOff();
        }
        assertThat(asks(get("/login")).status()).isEqualTo(200);
    }

    @Test
    void management_answers_on_loopback_only_and_holds_no_secret() throws Exception {
        for (String path : List.of("/q/health", "/q/health/ready", "/q/health/live")) {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContainPattern("(?i)jdbc:|password|prorata_|postgresql:|exception");
        }
        List<InetAddress> others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).filter(address -> !address.isLoopbackAddress()).toList();
        for (InetAddress other : others) {
            for (int each : new int[] {management, port}) {
                assertThat(reaches(other, each)).as(other + ":" + each).isFalse();
            }
        }
    }

    private static boolean reaches(InetAddress address, int at) {
        try (Socket socket = new Socket(address, at)) {
            return socket.isConnected();
        } catch (Exception refused) {
            return false;
        }
    }
}
