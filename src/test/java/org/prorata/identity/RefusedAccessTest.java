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
    void for_a_lender_the_trail_is_not_there_and_its_attempt_stands_in_it() {
        for (String path : new String[] {"/audit", "/api/v1/audit", "/audit/trail.csv", "/audit/trail.xlsx", "/audit/trail.jsonl", "/audit/verify", "/api/v1/audit/verify"}) {
            Response hidden = lender.asks().get(path);
            Response missing = lender.asks().get(path.startsWith("/api") ? "/api/v1/nothing" : "/nothing");
            assertThat(hidden.statusCode()).as(path).isEqualTo(404);
            assertThat(hidden.asString()).as(path).isEqualTo(missing.asString());
            assertThat(hidden.contentType()).as(path).isEqualTo(missing.contentType());
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
