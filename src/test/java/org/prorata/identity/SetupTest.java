package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The users of other tests are put aside, since the link is for a portal without any. */
@QuarkusTest
class SetupTest {

    @Inject
    SetupLinks links;

    @BeforeEach
    void a_portal_without_users() {
        Owner.runs("create table users_aside as select * from portal_user");
        Owner.runs("create table grants_aside as select * from user_grant");
        Owner.runs("delete from session");
        Owner.runs("delete from known_browser");
        Owner.runs("delete from recovery_code");
        Owner.runs("delete from second_factor");
        Owner.runs("delete from setup_draft");
        Owner.runs("delete from grant_request");
        Owner.runs("delete from administrator_taken");
        Owner.runs("delete from user_grant");
        Owner.runs("delete from portal_user");
        Owner.runs("delete from one_time_link where purpose = 'setup'");
    }

    @AfterEach
    void the_others_come_back() {
        Owner.runs("delete from session");
        Owner.runs("delete from known_browser");
        Owner.runs("delete from recovery_code");
        Owner.runs("delete from second_factor");
        Owner.runs("delete from setup_draft");
        Owner.runs("delete from grant_request");
        Owner.runs("delete from administrator_taken");
        Owner.runs("delete from user_grant");
        Owner.runs("delete from portal_user");
        Owner.runs("insert into portal_user select * from users_aside");
        Owner.runs("insert into user_grant select * from grants_aside");
        Owner.runs("drop table users_aside, grants_aside");
    }

    @Test
    void the_link_makes_one_administrator_and_is_gone() {
        String link = link();
        Visitor.stranger().get(link).then().statusCode(200);
        makes(link, "First.Desk", Visitor.PASSWORD).then().statusCode(303);
        Visitor.signsIn("first.desk").asks().get("/api/v1/audit").then().statusCode(200);
        Visitor.stranger().get(link).then().statusCode(404);
        makes(link, "second.desk", Visitor.PASSWORD).then().statusCode(404);
        assertThat(links.lines()).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_and_the_link_still_works() {
        String link = link();
        Response answer = makes(link, "first desk!", "password1234");
        answer.then().statusCode(422);
        assertThat(answer.asString()).contains("common password").contains("A sign-in name has").contains("first desk!").doesNotContain("password1234");
        makes(link, "first.desk", Visitor.PASSWORD).then().statusCode(303);
    }

    @Test
    void two_links_make_one_administrator() {
        String one = link();
        String other = link();
        makes(one, "first.desk", Visitor.PASSWORD).then().statusCode(303);
        makes(other, "second.desk", Visitor.PASSWORD).then().statusCode(404);
    }

    @Test
    void a_link_works_for_a_day() {
        String link = link();
        Owner.runs("update one_time_link set expires = expires - interval '1 day'");
        Visitor.stranger().get(link).then().statusCode(404);
        makes(link, "first.desk", Visitor.PASSWORD).then().statusCode(404);
    }

    @Test
    void a_link_that_is_made_up_is_not_there() {
        link();
        Visitor.stranger().get("/setup/" + UUID.randomUUID()).then().statusCode(404);
    }

    private String link() {
        List<String> lines = links.lines();
        return lines.get(1).substring(lines.get(1).indexOf("/setup/"));
    }

    private static Response makes(String link, String login, String password) {
        return Visitor.stranger().formParam("name", "Ada Marsh").formParam("login", login).formParam("password", password).post(link);
    }
}
