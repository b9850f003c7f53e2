package org.prorata.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.factor.Phone;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;
import org.prorata.mail.PostOffice;

/** Of a user who is disabled nothing works from the next request on: whatever was opened, begun, sent or made before. */
@QuarkusTest
class DisabledUserTest {

    private static final String LINK_COOKIE = Visitor.COOKIE + "-link";
    private static final String NEW = "velvet anchor seven thistles";

    @Inject
    Desk desk;
    @Inject
    Accounts accounts;

    private final String login = "leaves-" + UUID.randomUUID();
    private final String email = login + "@example.com";
    private Desk.Staffed deal;
    private UUID user;
    private PostOffice office;

    @BeforeEach
    void a_checker_with_all_that_one_can_have() {
        Owner.runs("delete from sign_in_attempt");
        office = PostOffice.opens();
        deal = desk.rusoro();
        user = accounts.create(login, "Lena Leaves", Visitor.PASSWORD);
        accounts.setEmail(user, email);
        accounts.grant(user, Role.AGENT_CHECKER, null, null);
        accounts.grant(user, Role.AGENT_MAKER, null, null);
    }

    @AfterEach
    void the_mail_server_closes() {
        office.close();
        Owner.runs("delete from sign_in_attempt");
    }

    @Test
    void session_second_factor_recovery_code_token_and_links_are_dead_with_the_next_request() {
        Visitor here = Visitor.signsIn(login);
        String token = here.sends().contentType("application/json").body(Map.of("name", "ledger", "scope", "propose", "deals", List.of(deal.slug()))).post("/api/v1/account/tokens")
                .then().statusCode(201).extract().path("token");
        Phone phone = Phone.setUpFor(here);
        List<String> recovery = here.sends().post("/api/v1/account/factors/codes").then().statusCode(200).extract().path("recoveryCodes");
        Visitor waiting = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        Visitor waitingToo = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        Visitor.stranger().formParam("who", email).post("/forgotten").then().statusCode(200);
        String link = resetLink();
        Response followed = given().redirects().follow(false).get(link);
        String cookie = followed.cookie(LINK_COOKIE);
        String proposal = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}");
        String matrix = "/api/v1/deals/" + deal.slug() + "/matrix";
        here.asks().get(matrix).then().statusCode(200);
        given().header("Authorization", "Bearer " + token).get(matrix).then().statusCode(200);

        Visitor administrator = Visitor.signsIn(administrator());
        administrator.sends().post("/api/v1/users/" + user + "/disable").then().statusCode(200);

        here.asks().get(matrix).then().statusCode(401);
        here.sends().contentType("application/json").body(Map.of("comment", "x")).post("/api/v1/approvals/" + proposal + "/approve").then().statusCode(401);
        given().header("Authorization", "Bearer " + token).get(matrix).then().statusCode(401);
        waiting.sends().contentType("application/json").body(Map.of("code", phone.code(1))).post("/api/v1/session/factor").then().statusCode(401);
        waitingToo.sends().contentType("application/json").body(Map.of("code", recovery.get(0))).post("/api/v1/session/factor").then().statusCode(401);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(401);
        Visitor.stranger().cookie(LINK_COOKIE, cookie).formParam("password", NEW).formParam("again", NEW).post("/link/password").then().statusCode(410);
        Visitor.tries(login, NEW).then().statusCode(401);
        int mails = office.of(email).size();
        Visitor.stranger().formParam("who", login).post("/forgotten").then().statusCode(200);
        assertThat(Owner.counts("select count(*) from session where user_id = ?", user)).isZero();
        assertThat(Owner.counts("select count(*) from trail where what = 'session.opened' and user_id = ? and at > (select max(at) from trail where what = 'user.disabled')", user)).isZero();
        assertThat(deal.first().asks().get("/api/v1/approvals/" + proposal).<String>path("state")).as("and it decided nothing").isEqualTo("open");
        assertThat(office.of(email)).as("and is told nothing any more").hasSize(mails);
    }

    private String administrator() {
        String name = "admin-" + UUID.randomUUID();
        accounts.grant(accounts.create(name, "Ada Admin", Visitor.PASSWORD), Role.AGENT_ADMINISTRATOR, null, null);
        return name;
    }

    /** There is also mail of a sign-in from a new place, and of the second factor. */
    private String resetLink() {
        for (int mails = 1;; mails++) {
            Optional<String> link = office.await(email, mails).stream().filter(mail -> mail.text().contains("/link/")).map(PostOffice.Arrived::link).findFirst();
            if (link.isPresent()) {
                return link.get();
            }
        }
    }
}
