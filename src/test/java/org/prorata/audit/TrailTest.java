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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.SampleDeal;
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
    @Inject
    SampleDeal sample;

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
            for (String sql : new String[] {"update trail set subject = 'other'", "update trail set hash = previous", "delete from trail", "truncate trail", "update trail_head set no = no + 1",
                "delete from trail_head", "truncate trail_head", "insert into trail_head values ('x', 1, now(), ''::bytea)", "select nextval('trail_row')"}) {
                assertThatThrownBy(() -> connection.createStatement().execute(sql)).as(sql).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
            }
            for (String sql : new String[] {"drop table trail", "alter table trail disable row level security", "alter table trail disable trigger chain", "drop trigger stays on trail",
                "create or replace function prorata_trail_hash(of_row trail) returns bytea language sql as 'select null::bytea'", "set session_replication_role = replica"}) {
                assertThatThrownBy(() -> connection.createStatement().execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
        }
        assertThat(Owner.counts("select count(*) from trail where deal_id = ?", deal)).isEqualTo(1);
    }

    @Test
    void the_portals_role_chooses_neither_place_nor_time_nor_hash_of_a_row() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String column : new String[] {"seq = 1", "no = 1", "at = now()", "previous = ''::bytea", "hash = ''::bytea"}) {
                String[] said = column.split(" = ");
                String sql = "insert into trail (what, user_name, address, subject, details, " + said[0] + ") values ('sample', '', '', '', '{}', " + said[1] + ")";
                assertThatThrownBy(() -> connection.createStatement().execute(sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void the_owner_does_not_change_rows_by_the_way_either() {
        trail.writeApart("sample.kept", deal, "a row", Map.of());
        for (String sql : new String[] {"update trail set subject = 'other' where deal_id = ?", "delete from trail where deal_id = ?"}) {
            assertThatThrownBy(() -> Owner.runs(sql, deal)).as(sql).rootCause().hasMessageContaining("rows of the trail are added, and never changed or removed");
        }
        for (String sql : new String[] {"truncate trail", "truncate trail_head", "delete from trail_head", "update trail_head set no = no - 1", "update trail_head set no = no + 2",
            "update trail_head set no = no + 1"}) {
            assertThatThrownBy(() -> Owner.runs(sql)).as(sql).rootCause().hasMessageContaining("rows of the trail are added, and never changed or removed");
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
    void a_session_that_another_takes_the_place_of_stands_in_it_as_closed() {
        Visitor first = Visitor.signsIn(login);
        Visitor.tries(Visitor.stranger().cookie(Visitor.COOKIE, first.session()), login, Visitor.PASSWORD).then().statusCode(200);
        assertThat(Owner.counts("select count(*) from trail where what = 'session.closed' and subject = ? and details->>'because' like '%place%'", login)).isEqualTo(1);
    }

    @Test
    void a_session_that_went_unused_stands_in_it_as_expired_once_it_is_swept_away() {
        Visitor.signsIn(login);
        Owner.runs("update session set last_seen = last_seen - interval '2 days' where user_id = ?", user);
        Visitor.signsIn(login);
        assertThat(Owner.counts("select count(*) from trail where what = 'session.expired' and subject = ? and user_id is null and user_name = 'the portal'", login)).isEqualTo(1);
    }

    @Test
    void attempts_that_are_turned_away_stand_in_it_once() {
        for (int guess = 0; guess < 7; guess++) {
            Visitor.tries(login, "walrus copper nine lanterns").then().statusCode(401);
        }
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(429);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(429);
        assertThat(Owner.counts("select count(*) from trail where what = 'session.throttled' and subject = ? and address <> ''", login)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'session.refused' and subject = ?", login)).isEqualTo(7);
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
        trail.writeApart("sample.early", deal, "early", Map.of("figure", "17,500,000.00"));
        trail.writeApart("sample.late", deal, "late", Map.of());
        trail.writeApart("samples.other", deal, "other", Map.of());
        Visitor agent = Visitor.signsIn(login);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(subjects(agent, "what=sample")).containsExactly("late", "early");
        assertThat(subjects(agent, "what=sample.early")).containsExactly("early");
        assertThat(subjects(agent, "user=PORTAL")).containsExactly("other", "late", "early");
        assertThat(subjects(agent, "user=zoe")).isEmpty();
        assertThat(subjects(agent, "from=" + today.minusDays(1) + "&until=" + today.plusDays(1))).containsExactly("other", "late", "early");
        assertThat(subjects(agent, "from=" + today.plusDays(2))).isEmpty();
        assertThat(subjects(agent, "until=" + today.minusDays(2))).isEmpty();
        assertThat(subjects(agent, "text=17,500,000")).containsExactly("early");
        assertThat(subjects(agent, "text=OTH")).containsExactly("other");
        assertThat(subjects(agent, "text=%25")).isEmpty();
        assertThat(subjects(agent, "user=%25")).isEmpty();
    }

    @Test
    void a_deal_is_asked_for_by_its_name() {
        SampleDeal.Imported rusoro = sample.rusoro();
        assertThat(Visitor.signsIn(login).asks().get("/api/v1/audit?what=deal&deal=" + rusoro.slug()).jsonPath().getList("rows.dealName")).containsExactly(rusoro.slug());
    }

    @Test
    void what_is_written_early_in_a_long_transaction_keeps_no_other_from_writing() {
        QuarkusTransaction.requiringNew().run(() -> {
            trail.write("sample.long", deal, "begun first", Map.of());
            try {
                CompletableFuture.runAsync(() -> trail.writeApart("sample.short", deal, "done first", Map.of())).get(20, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException kept) {
                throw new IllegalStateException(kept);
            }
        });
        assertThat(subjects(Visitor.signsIn(login), "what=sample")).containsExactly("begun first", "done first");
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
        Owner.runs("insert into user_grant (user_id, role, deal_id) values (?, 'agent-maker', ?)", accounts.create(one, "Ben Marsh", Visitor.PASSWORD), deal);
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
