package org.prorata.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
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
    void nobody_is_asked_to_sign_in_and_leaves_no_row() {
        long before = Owner.counts("select count(*) from trail");
        given().get("/api/v1/audit").then().statusCode(401);
        assertThat(Owner.counts("select count(*) from trail")).isEqualTo(before);
    }
}
