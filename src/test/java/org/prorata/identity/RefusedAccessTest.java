package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusedAccessTest {

    private static final String REFUSED = "select count(*) from trail where what = 'access.refused' and user_id = ? and subject = ?";

    @Inject
    Accounts accounts;

    private UUID user;
    private Visitor lender;

    @BeforeEach
    void a_lender() {
        String login = "refused-" + UUID.randomUUID();
        user = accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        accounts.grantLender(user, UUID.randomUUID(), UUID.randomUUID());
        lender = Visitor.signsIn(login);
    }

    @Test
    void a_lender_is_refused_the_trail_and_its_attempt_stands_in_it() {
        for (String path : new String[] {"/audit", "/api/v1/audit", "/audit/trail.csv", "/audit/trail.xlsx", "/audit/trail.jsonl", "/audit/verify", "/api/v1/audit/verify"}) {
            Response refused = lender.asks().get(path);
            Response other = lender.asks().get(path.startsWith("/api") ? "/api/v1/approvals" : "/approvals");
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.asString()).as(path).isEqualTo(other.asString());
            assertThat(refused.contentType()).as(path).isEqualTo(other.contentType());
            assertThat(Owner.counts(REFUSED, user, "GET " + path)).as(path).isEqualTo(1);
        }
    }

    @Test
    void asking_for_anothers_thing_of_a_deal_stands_in_the_trail() {
        lender.asks().get("/deals/walled-sample/another").then().statusCode(404);
        assertThat(Owner.counts(REFUSED, user, "GET /deals/walled-sample/another")).isEqualTo(1);
    }

    @Test
    void strangers_leave_a_row_an_hour_for_what_they_were_refused_however_often_they_ask() throws IOException {
        String address = "127." + ThreadLocalRandom.current().nextInt(1, 255) + "." + ThreadLocalRandom.current().nextInt(1, 255) + ".9";
        for (int i = 0; i < 5; i++) {
            assertThat(asks(address, "GET /api/v1/audit HTTP/1.1")).contains(" 401 ");
            assertThat(asks(address, "GET /audit HTTP/1.1\r\nAccept: text/html")).contains(" 303 ");
            assertThat(asks(address, "POST /forgotten HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\nOrigin: http://evil.example")).contains(" 403 ");
        }
        assertThat(Owner.finds("select string_agg(subject, ', ' order by subject) from trail where what = 'access.refused' and user_id is null and address = ?", address))
                .isEqualTo("GET /api/v1/audit, GET /audit, POST /forgotten");
    }

    private static String asks(String from, String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write((head + "\r\nHost: localhost:" + RestAssured.port + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow() + " ";
        }
    }
}
