package org.prorata.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A portal behind a proxy that ends TLS, with two connections to its database. */
@QuarkusTest
@TestProfile(BehindProxyTest.Settings.class)
class BehindProxyTest {

    public static class Settings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.proxy-address-forwarding", "true", "quarkus.http.proxy.enable-forwarded-host", "true",
                    "quarkus.datasource.jdbc.max-size", "2");
        }
    }

    private static final long SEED = 20100610;
    private static final int READS = 1000;

    @Inject
    Accounts accounts;

    @Test
    void over_tls_the_cookie_is_bound_to_the_host_and_counts_there_only() {
        String login = lender(UUID.randomUUID(), UUID.randomUUID());
        Response answer = Visitor.tries(tls().header("Origin", "https://portal.example"), login, Visitor.PASSWORD);
        answer.then().statusCode(200);
        String cookie = answer.headers().getValues("Set-Cookie").stream().filter(c -> c.startsWith("__Host-prorata=")).findFirst().orElseThrow();
        assertThat(cookie).contains("Secure").contains("HttpOnly").contains("SameSite=Lax").contains("Path=/").doesNotContain("Domain");
        String token = answer.cookie("__Host-prorata");
        tls().cookie("__Host-prorata", token).get("/api/v1/session").then().statusCode(200);
        given().cookie("__Host-prorata", token).get("/api/v1/session").then().statusCode(401);
        tls().cookie(Visitor.COOKIE, token).get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void what_the_client_says_of_its_own_address_is_not_believed() {
        for (String header : List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto")) {
            tls().header(header, "10.9.0.1, 203.0.113.7").get("/login").then().statusCode(400);
        }
        given().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "portal.example").header("X-Forwarded-For", "203.0.113.7").get("/login").then().statusCode(200);
    }

    @Test
    void a_thousand_mixed_reads_on_two_connections_show_nobody_anothers_row() throws Exception {
        WalledSample.create();
        UUID deal = UUID.randomUUID();
        List<Visitor> lenders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID lender = UUID.randomUUID();
            WalledSample.row(deal, lender, "secret of " + i);
            lenders.add(Visitor.signsIn(lender(deal, lender)));
        }
        Random random = new Random(SEED);
        List<Callable<String>> reads = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            int whose = random.nextInt(lenders.size());
            reads.add(() -> whose + " reads " + lenders.get(whose).asks().get("/walled-sample").asString());
        }
        ExecutorService many = Executors.newFixedThreadPool(16);
        List<Future<String>> answers = many.invokeAll(reads);
        many.shutdown();
        for (Future<String> answer : answers) {
            String whose = answer.get().substring(0, 1);
            assertThat(answer.get()).as("seed %d", SEED).isEqualTo(whose + " reads [\"secret of " + whose + "\"]");
        }
    }

    private static RequestSpecification tls() {
        return given().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "portal.example");
    }

    private String lender(UUID deal, UUID lender) {
        String login = "proxy-" + UUID.randomUUID();
        accounts.grantLender(accounts.create(login, "A lender", Visitor.PASSWORD), deal, lender);
        return login;
    }
}
