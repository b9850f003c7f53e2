package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.identity.Owner;

/** What was known at an instant is the same whenever it is asked for, also while a change that took its instant before is still being written. */
@QuarkusTest
class SettledInstantTest {

    @Inject Desk desk;

    @ParameterizedTest
    @ValueSource(strings = {"matrix", "register", "payments/1", "history"})
    void a_view_of_an_instant_waits_for_the_change_that_took_an_earlier_one(String page) throws Exception {
        Staffed deal = desk.rusoro();
        CompletableFuture<Response> view;
        try (Connection writer = portal()) {
            writer.setAutoCommit(false);
            Instant known = turn(writer, deal);
            view = CompletableFuture.supplyAsync(() -> deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/" + page + "?known=" + known.plusNanos(1000)));
            while (waiting() == 0) {
                assertThat(view).as("answered before the change was over").isNotDone();
            }
            writer.commit();
        }
        view.get(1, TimeUnit.MINUTES).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"matrix", "register"})
    void a_view_of_an_instant_with_a_later_change_behind_it_waits_for_nobody(String page) throws Exception {
        Staffed deal = desk.rusoro();
        String known = Owner.finds("select to_char(last_known at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from deal_version where deal_id = ?", deal.id());
        try (Connection writer = portal()) {
            writer.setAutoCommit(false);
            turn(writer, deal);
            deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/" + page + "?known=" + known).then().statusCode(200);
            writer.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"matrix", "register"})
    void an_instant_that_has_not_come_is_refused(String page) {
        Staffed deal = desk.rusoro();
        deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/" + page + "?known=" + Instant.now().plusSeconds(5)).then().statusCode(400)
                .body(containsString("an instant that has passed"));
    }

    /** Takes the next turn of the deal and leaves it open. */
    private static Instant turn(Connection writer, Staffed deal) throws SQLException {
        try (Statement keeper = writer.createStatement()) {
            keeper.execute("select set_config('prorata.keeps', 'all', true)");
        }
        try (PreparedStatement turn = writer.prepareStatement(
                "update deal_version set version = version + 1, last_known = clock_timestamp() where deal_id = ? returning last_known")) {
            turn.setObject(1, deal.id());
            try (ResultSet row = turn.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    private static long waiting() {
        return Owner.counts("select count(*) from pg_locks where not granted");
    }

    private static Connection portal() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class), config.getValue("quarkus.datasource.password", String.class));
    }
}
