package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.register.Lender;

/**
 * Two lenders at once on a pool of two connections, some of their requests broken off and some of the connections killed: each is shown, to the byte, what it is
 * shown alone. {@code -Dcanary.requests=10000} makes it more.
 */
@QuarkusTest
@TestProfile(BehindProxyTest.Settings.class)
class CanariesTest {

    private static final int REQUESTS = Integer.getInteger("canary.requests", 3_000);
    private static final int CLIENTS = 16;
    private static final int BROKEN_OFF_EVERY = 40;
    private static final int CONNECTION_KILLED_EVERY = 250;
    private static final long SEED = 20100610;
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*\\.\\d\\d(?!\\d)");
    private static final List<String> PATHS = List.of("/deals/%s/allocation", "/api/v1/deals/%s/allocation", "/deals/%s/allocation.csv", "/deals/%s/register", "/api/v1/deals/%s/register",
            "/deals/%s/register/entries.csv", "/deals/%s/register/positions.csv", "/deals/%s/payments/2", "/api/v1/deals/%s/payments/2/slices", "/deals/%s/payments/2/slices/second-instalment", "/api/v1/deals/%s/warrants/slices",
            "/api/v1/deals/%s/history", "/deals/%s/lenders", "/api/v1/deals/%s/adjustments");

    @Inject
    Desk desk;
    @Inject
    Accounts accounts;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger good = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private Desk.Staffed deal;

    @Test
    void interleaved_requests_of_two_lenders_carry_no_foreign_canary() throws Exception {
        deal = desk.rusoro(file -> file.replaceFirst("endeavour: +10,000,000.00", "endeavour: 7,654,321.01").replaceFirst("blackrock: +10,000,000.00", "blackrock: 12,345,678.99"));
        Visitor[] lenders = {deal.endeavour(), other("blackrock")};
        List<Map<String, byte[]>> alone = List.of(shown(lenders[0]), shown(lenders[1]));
        List<TreeSet<String>> figures = List.of(figures(alone.get(0)), figures(alone.get(1)));
        TreeSet<String> shared = new TreeSet<>(figures.get(0));
        shared.retainAll(figures.get(1));
        figures.forEach(each -> each.removeAll(shared));
        figures.forEach(each -> assertThat(each).as("canaries").hasSizeGreaterThan(20));

        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 1; i <= REQUESTS; i++) {
            int whose = random.nextInt(2);
            String path = PATHS.get(random.nextInt(PATHS.size())).formatted(deal.slug());
            if (i % BROKEN_OFF_EVERY == 0) {
                int after = random.nextInt(4);
                clients.execute(() -> breaksOff(lenders[whose], path, after));
            } else {
                clients.execute(() -> asks(lenders[whose], path, alone.get(whose).get(path), figures.get(1 - whose)));
            }
            if (i % CONNECTION_KILLED_EVERY == 0) {
                clients.execute(this::killsAConnection);
            }
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        System.out.println(REQUESTS + " requests: " + good + " as alone, " + failed + " failed with their connection, " + REQUESTS / BROKEN_OFF_EVERY + " broken off, "
                + REQUESTS / CONNECTION_KILLED_EVERY + " connections killed");
        assertThat(wrong).isEmpty();
        assertThat(failed.get()).as("requests whose connection was killed").isLessThanOrEqualTo(4 * REQUESTS / CONNECTION_KILLED_EVERY);
        assertThat(good.get()).isGreaterThan(REQUESTS * 9 / 10);
    }

    private Visitor other(String handle) {
        UUID lender = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null))).stream().filter(each -> each.handle().equals(handle)).findFirst().orElseThrow().id();
        String login = "canary-" + UUID.randomUUID();
        accounts.grantLender(accounts.create(login, "BlackRock", Visitor.PASSWORD), deal.id(), lender);
        return Visitor.signsIn(login);
    }

    private HttpRequest request(Visitor who, String path) {
        return HttpRequest.newBuilder(URI.create(Visitor.origin() + path)).header("Cookie", Visitor.COOKIE + "=" + who.session()).timeout(Duration.ofSeconds(30)).build();
    }

    private Map<String, byte[]> shown(Visitor who) throws Exception {
        Map<String, byte[]> shown = new TreeMap<>();
        for (String each : PATHS) {
            String path = each.formatted(deal.slug());
            HttpResponse<byte[]> answer = http.send(request(who, path), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            shown.put(path, answer.body());
        }
        return shown;
    }

    private static TreeSet<String> figures(Map<String, byte[]> shown) {
        TreeSet<String> figures = new TreeSet<>();
        for (byte[] body : shown.values()) {
            Matcher figure = FIGURE.matcher(new String(body, StandardCharsets.UTF_8));
            while (figure.find()) {
                figures.add(figure.group());
            }
        }
        return figures;
    }

    private void asks(Visitor who, String path, byte[] alone, TreeSet<String> foreign) {
        try {
            HttpResponse<byte[]> answer = http.send(request(who, path), BodyHandlers.ofByteArray());
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            if (foreign.stream().anyMatch(body::contains)) {
                wrong.add(path + " carries a canary of the other lender");
            } else if (answer.statusCode() == 500) {
                failed.incrementAndGet();
            } else if (answer.statusCode() != 200 || !body.equals(new String(alone, StandardCharsets.UTF_8))) {
                wrong.add(path + " answers " + answer.statusCode() + " otherwise than alone");
            } else {
                good.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            wrong.add(path + ": " + e);
        }
    }

    /** In the middle of its header, before, or while it is being answered. */
    private void breaksOff(Visitor who, String path, int afterMilliseconds) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port + "\r\nCookie: " + Visitor.COOKIE + "=" + who.session() + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.substring(0, afterMilliseconds == 0 ? request.length() / 2 : request.length()).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Thread.sleep(afterMilliseconds);
        } catch (IOException | InterruptedException e) {
            wrong.add("could not break off: " + e);
        }
    }

    /** One of the portal's, whatever it is doing; its role may end its own. */
    private void killsAConnection() {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class), config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class)); var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from (select pid from pg_stat_activity where usename = current_user and pid <> pg_backend_pid() order by random() limit 1) one");
        } catch (SQLException e) {
            wrong.add("could not kill: " + e);
        }
    }

}
