package org.prorata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;

@QuarkusTest
class TrailTest {

    @Inject
    Trail trail;
    @Inject
    AgroalDataSource database;
    @Inject
    Accounts accounts;

    private final UUID deal = UUID.randomUUID();
    private final String login = "trail-" + UUID.randomUUID();
    private UUID user;

    @BeforeEach
    void a_user_of_the_agency_desk() {
        user = accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        accounts.grantAgent(user);
    }

    @Test
    void the_portals_role_can_neither_change_nor_remove_a_row() throws SQLException {
        trail.writeApart("sample.kept", deal, "a row", Map.of());
        try (Connection connection = database.getConnection()) {
            for (String sql : new String[] {"update trail set subject = 'other'", "delete from trail", "truncate trail", "drop table trail",
                "alter table trail disable row level security", "insert into trail (seq, what, user_name, address, subject, details) overriding system value values (1, 'a', '', '', '', '{}')"}) {
                assertThatThrownBy(() -> connection.createStatement().execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
        }
        assertThat(Owner.counts("select count(*) from trail where deal_id = ?", deal)).isEqualTo(1);
    }

    @Test
    void a_row_stands_exactly_if_its_transaction_does() {
        QuarkusTransaction.requiringNew().run(() -> trail.write("sample.done", deal, "a row", Map.of()));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            trail.write("sample.undone", deal, "a row", Map.of());
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        assertThat(Owner.counts("select count(*) from trail where deal_id = ?", deal)).isEqualTo(1);
    }

    @Test
    void what_is_written_apart_is_refused_within_a_transaction() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> trail.writeApart("sample", deal, "a row", Map.of())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> trail.write("sample", deal, "a row", Map.of())).isInstanceOf(RuntimeException.class);
    }

    @Test
    void control_characters_do_no_harm() {
        trail.writeApart("sample", deal, "one\u0000\r\ntwo\u202e", Map.of("typed", "a\u0000b\nc"));
        assertThat(Owner.counts("select count(*) from trail where deal_id = ? and subject = 'one???two?'", deal)).isEqualTo(1);
    }

    @Test
    void what_the_portal_does_by_itself_is_its_own() {
        QuarkusTransaction.requiringNew().run(() -> trail.write("sample", deal, "a row", Map.of()));
        assertThat(Owner.counts("select count(*) from trail where deal_id = ? and user_id is null", deal)).isEqualTo(1);
    }

    @Test
    void sign_ins_refusals_and_sign_outs_stand_in_it() {
        Visitor visitor = Visitor.signsIn(login);
        Visitor.tries(login, "walrus copper nine lanterns").then().statusCode(401);
        visitor.sends().delete("/api/v1/session").then().statusCode(204);
        List<String> what = Visitor.signsIn(login).asks().get("/api/v1/audit?what=session").then().statusCode(200).extract().jsonPath()
                .getList("rows.findAll { it.subject == '" + login + "' }.what");
        assertThat(what).containsExactly("session.opened", "session.closed", "session.refused", "session.opened");
    }

    @Test
    void a_name_nobody_has_is_not_kept_since_it_may_be_a_password() {
        Visitor.tries("larch-copper-nine", "x").then().statusCode(401);
        assertThat(Owner.counts("select count(*) from trail t where t::text like '%larch-copper-nine%'")).isZero();
    }

    @Test
    void it_is_shown_newest_first_by_fifties() {
        for (int i = 0; i < 120; i++) {
            trail.writeApart("sample.paged", deal, "row " + i, Map.of());
        }
        Visitor agent = Visitor.signsIn(login);
        Response first = agent.asks().get("/api/v1/audit?deal=" + deal);
        assertThat(first.jsonPath().getList("rows.subject")).hasSize(50).first().isEqualTo("row 119");
        Response second = agent.asks().get("/api/v1/audit?deal=" + deal + "&before=" + first.path("older"));
        assertThat(second.jsonPath().getList("rows.subject")).hasSize(50).first().isEqualTo("row 69");
        Response third = agent.asks().get("/api/v1/audit?deal=" + deal + "&before=" + second.path("older"));
        assertThat(third.jsonPath().getList("rows.subject")).hasSize(20).last().isEqualTo("row 0");
        assertThat(third.<Object>path("older")).isNull();
        String page = agent.asks().get("/audit?deal=" + deal).then().statusCode(200).extract().asString();
        assertThat(page).contains("row 119").doesNotContain("row 69<").contains("before=" + first.path("older"));
    }

    @Test
    void it_is_narrowed_by_what_who_and_day() {
        trail.writeApart("sample.early", deal, "early", Map.of());
        Owner.runs("update trail set at = at - interval '3 days', user_name = 'Zoe Quill' where deal_id = ?", deal);
        trail.writeApart("sample.late", deal, "late", Map.of());
        trail.writeApart("samples.other", deal, "other", Map.of());
        Visitor agent = Visitor.signsIn(login);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(subjects(agent, "what=sample")).containsExactly("late", "early");
        assertThat(subjects(agent, "what=sample.early")).containsExactly("early");
        assertThat(subjects(agent, "user=zoe")).containsExactly("early");
        assertThat(subjects(agent, "from=" + today)).containsExactly("other", "late");
        assertThat(subjects(agent, "until=" + LocalDate.parse(today).minusDays(1))).containsExactly("early");
        assertThat(subjects(agent, "user=%25")).isEmpty();
    }

    @Test
    void what_cannot_be_read_in_the_address_is_named() {
        Visitor agent = Visitor.signsIn(login);
        for (String wrong : new String[] {"deal=rusoro", "from=10.6.2010", "until=2010-02-30", "before=x", "from=%2B99999-01-01"}) {
            Response answer = agent.asks().get("/api/v1/audit?" + wrong);
            answer.then().statusCode(400);
            assertThat(answer.<String>path("problems[0].field")).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void the_agent_of_one_deal_reads_the_rows_of_that_deal() {
        trail.writeApart("sample.mine", deal, "mine", Map.of());
        trail.writeApart("sample.others", UUID.randomUUID(), "another deal's", Map.of());
        String one = "trail-one-" + UUID.randomUUID();
        Owner.runs("insert into user_grant (user_id, role, deal_id) values (?, 'agent', ?)", accounts.create(one, "Ben Marsh", Visitor.PASSWORD), deal);
        assertThat(Visitor.signsIn(one).asks().get("/api/v1/audit").jsonPath().getList("rows.subject")).containsExactly("mine");
    }

    @Test
    void the_download_is_inert_in_a_spreadsheet_and_stands_in_the_trail_itself() {
        trail.writeApart("sample.formula", deal, "=1+1", Map.of());
        Visitor agent = Visitor.signsIn(login);
        Response file = agent.asks().get("/audit/trail.csv?deal=" + deal);
        file.then().statusCode(200);
        assertThat(file.header("Content-Disposition")).contains("trail.csv");
        assertThat(file.asString()).startsWith("seq,at,what,deal,").contains("'=1+1");
        assertThat(Owner.counts("select count(*) from trail where what = 'download' and user_id = ?", user)).isEqualTo(1);
    }

    private List<String> subjects(Visitor agent, String filter) {
        return agent.asks().get("/api/v1/audit?deal=" + deal + "&" + filter).then().statusCode(200).extract().jsonPath().getList("rows.subject");
    }
}
