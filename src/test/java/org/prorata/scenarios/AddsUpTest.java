package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.prorata.scenarios.PortalsRole.TURN;
import static org.prorata.scenarios.PortalsRole.correction;
import static org.prorata.scenarios.PortalsRole.entry;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.identity.Owner;
import org.prorata.web.Today;

/** Rules F3, F13 and F14 hold in the database, also against one who writes SQL as the portal's role: what does not add up is refused at the commit, and nothing of it stays. */
@QuarkusTest
class AddsUpTest {

    private static final String DAY = "2010-06-20";
    /** What Endeavour and BlackRock were each paid of the First Instalment, in cents. */
    private static final long PAID = 283_333_333;
    /** A lender that comes later than what is booked and calculated. */
    private static final String LATE_LENDER = """
            insert into lender select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'seq', 99, 'handle', 'late', 'known', {now}))).*
              from lender l where deal_id = {deal} and seq = 1""";
    private static final String LATE = "(select id from lender where deal_id = {deal} and handle = 'late')";

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;
    private PortalsRole sql;

    @BeforeEach
    void the_first_instalment_is_booked() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        Desk.Staffed.decides(deal.second(), deal.proposed("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}"), "approve")
                .then().statusCode(200);
        sql = new PortalsRole(deal.id());
    }

    @AfterEach
    void back_to_the_real_day() {
        today.pretend(null);
    }

    /** All of the deal's rows, and where its version stands. */
    private List<Long> rows() {
        return Stream.of("select count(*) from entry where deal_id = ?", "select count(*) from fixed_component where deal_id = ?", "select count(*) from fixed_slice where deal_id = ?",
                "select count(*) from booking_correction where deal_id = ?", "select count(*) from adjustment_slice where deal_id = ?", "select count(*) from calculation where deal_id = ?",
                "select count(*) from lender_figures where deal_id = ?", "select count(*) from lender where deal_id = ?", "select count(*) from deal_terms where deal_id = ?",
                "select version from deal_version where deal_id = ?").map(count -> Owner.counts(count, deal.id())).toList();
    }

    private void refused(String why, String... statements) {
        List<Long> before = rows();
        assertThatThrownBy(() -> sql.writes(statements)).isInstanceOf(SQLException.class).hasMessageContaining(why)
                .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("23514");
        assertThat(rows()).as("nothing stays").isEqualTo(before);
    }

    private static String seq(String lender, String cause) {
        return "(select min(seq) from entry where deal_id = {deal} and lender_id = {" + lender + "} and tranche = 'first' and cause = '" + cause + "')";
    }

    @Test
    void who_decided_a_proposal_and_how_is_never_written_again() {
        String decided = " where deal_id = {deal} and state = 'approved'";
        refused("is approved and stays so", "update proposal set decided_by_name = 'Somebody Else'" + decided);
        refused("is approved and stays so", "update proposal set comment = 'forged'" + decided);
        refused("is approved and stays so", "update proposal set state = 'open', decided_by = null, decided_by_name = null, decided_at = null, comment = null, applied_version = null, applied_known = null" + decided);
    }

    @Test
    void a_lone_entry_is_refused() {
        refused("add up to 100 and not to zero", TURN, entry(DAY, "endeavour", "reduced", 100, "transfer"));
        refused("opens with", TURN, entry("2010-06-09", "endeavour", "reduced", 100, "initial"));
        refused("no such tranche", TURN, entry(DAY, "endeavour", "fourth", -100, "transfer"), entry(DAY, "blackrock", "fourth", 100, "transfer"));
        refused("entry_has_its_sign", TURN, entry(DAY, "endeavour", "reduced", 100, "exchange"));
    }

    @Test
    void a_transfer_that_adds_up_over_tranches_or_days_but_not_in_each_is_refused() {
        refused("and not to zero", TURN, entry(DAY, "endeavour", "reduced", -100, "transfer"), entry(DAY, "blackrock", "second", 100, "transfer"));
        refused("and not to zero", TURN, entry(DAY, "endeavour", "reduced", -100, "transfer"), entry("2010-06-21", "blackrock", "reduced", 100, "transfer"));
    }

    @Test
    void nobody_holds_less_than_nothing_on_any_day() {
        refused("would hold -1 in reduced", TURN, entry(DAY, "endeavour", "reduced", -500_000_001, "transfer"), entry(DAY, "blackrock", "reduced", 500_000_001, "transfer"));
        refused("would hold -100 in reduced", TURN,
                entry(DAY, "endeavour", "reduced", -500_000_100, "transfer"), entry(DAY, "blackrock", "reduced", 500_000_100, "transfer"),
                entry("2010-06-25", "endeavour", "reduced", 200, "transfer"), entry("2010-06-25", "blackrock", "reduced", -200, "transfer"));
    }

    @Test
    void a_transfer_that_adds_up_needs_its_figures_and_two_persons() {
        String[] transfer = {TURN, entry(DAY, "endeavour", "reduced", -100, "transfer"), entry(DAY, "blackrock", "reduced", 100, "transfer")};
        refused("without figures", transfer);
        refused("without a proposal that was approved", Stream.concat(Stream.of(transfer), Stream.of(calculated(0))).toArray(String[]::new));
    }

    /** The latest calculation once more, Endeavour's first slice higher by so much. */
    private static String[] calculated(int more) {
        return new String[] {"""
                insert into calculation (deal_id, no, known, terms_version, body) select deal_id, no + 1, {now}, terms_version, body from calculation
                 where deal_id = {deal} order by no desc limit 1""",
            """
                insert into lender_figures (deal_id, calculation_no, lender_id, slices, weights, ranks, carries, positions)
                select deal_id, calculation_no + 1, lender_id, case lender_id when {endeavour} then array_append(slices[:n - 1], slices[n] + %d) || slices[n + 1:] else slices end,
                       weights, ranks, carries, positions
                  from lender_figures, lateral (select min(i) from generate_subscripts(slices, 1) i where slices[i] is not null) known (n)
                 where deal_id = {deal} and calculation_no = (select max(calculation_no) from lender_figures where deal_id = {deal})""".formatted(more)};
    }

    @Test
    void figures_whose_slices_do_not_add_up_are_refused() {
        refused("splits", Stream.concat(Stream.of(TURN), Stream.of(calculated(1))).toArray(String[]::new));
        refused("does not have each lender once", TURN, calculated(0)[0]);
        refused("not written in the present turn", TURN, LATE_LENDER, "insert into lender_figures select {deal}, 1, " + LATE + ", '{}', '{}', '{}', '{}', '{}'");
    }

    @Test
    void a_payment_leaves_the_register_only_as_it_is_booked() {
        refused("where 0 is booked", TURN, entry(DAY, "endeavour", "second", -100, "payment", "null", "null", "2"));
        refused("where 1700000000 is booked", TURN, correction("2010-06-10", "endeavour", "first", PAID, "payment", seq("endeavour", "payment"), "1"));
        refused("not of the value date", TURN, correction("2010-06-10", "endeavour", "first", PAID, "payment", seq("endeavour", "payment"), "1"),
                correction("2010-06-11", "endeavour", "first", -PAID, "payment", "null", "1"));
        refused("another amount than it was paid and adjusted", TURN,
                correction("2010-06-10", "endeavour", "first", PAID, "payment", seq("endeavour", "payment"), "1"),
                correction("2010-06-10", "blackrock", "first", PAID, "payment", seq("blackrock", "payment"), "1"),
                entry("2010-06-10", "endeavour", "first", -5, "transfer"), entry("2010-06-10", "blackrock", "first", 5, "transfer"),
                correction("2010-06-10", "endeavour", "first", -PAID + 5, "payment", "null", "1"), correction("2010-06-10", "blackrock", "first", -PAID - 5, "payment", "null", "1"));
    }

    @Test
    void a_booking_taken_back_puts_its_principal_back() {
        refused("where 0 is booked", TURN, """
                insert into booking_correction select deal_id, payment_no, component, known, {now}, null from fixed_component where deal_id = {deal} and component = 'principal:first'""");
    }

    @Test
    void a_component_is_booked_once_and_its_slices_add_up() {
        String component = "insert into fixed_component (deal_id, payment_no, component, value_date, known, total) values ({deal}, %d, '%s', '2010-06-10', {now}, 100)";
        String slices = "insert into fixed_slice (deal_id, payment_no, component, lender_id, booked, slice, exact, positions) values ({deal}, %d, '%s', {endeavour}, {now}, %d, '1/1', '{}')";
        refused("add up to 99 and not to 100", TURN, component.formatted(3, "reduced-principal"), slices.formatted(3, "reduced-principal", 99));
        refused("add up to 0 and not to 100", TURN, component.formatted(3, "reduced-principal"));
        refused("is booked twice", TURN, component.formatted(1, "principal:first"), slices.formatted(1, "principal:first", 100));
        refused("not written in the present turn", TURN, LATE_LENDER, """
                insert into fixed_slice (deal_id, payment_no, component, lender_id, booked, slice, exact, positions)
                select deal_id, payment_no, component, %s, known, 1, '1/1', '{}' from fixed_component where deal_id = {deal}""".formatted(LATE));
    }

    @Test
    void a_reversal_takes_back_just_what_it_reverses_and_once() {
        refused("does not take back just what it reverses", TURN, correction("2010-06-10", "endeavour", "first", PAID - 1, "payment", seq("endeavour", "payment"), "1"));
        refused("does not take back just what it reverses", TURN, correction("2010-06-11", "endeavour", "first", PAID, "payment", seq("endeavour", "payment"), "1"));
        refused("does not take back just what it reverses", TURN, correction("2010-06-10", "blackrock", "first", PAID, "payment", seq("endeavour", "payment"), "1"));
        refused("does not take back just what it reverses", TURN, correction("2010-06-10", "endeavour", "first", PAID, "payment", seq("endeavour", "payment"), "1"),
                correction("2010-06-10", "endeavour", "first", -PAID, "payment", "(select max(seq) from entry where deal_id = {deal})", "1"));
        assertThatThrownBy(() -> sql.writes(TURN, correction("2010-06-10", "endeavour", "first", PAID, "payment", seq("endeavour", "payment"), "1"),
                correction("2010-06-10", "endeavour", "first", PAID, "payment", seq("endeavour", "payment"), "1"))).hasMessageContaining("entry_reversed_once");
    }

    @Test
    void an_adjustment_that_does_not_add_up_to_zero_is_refused() {
        refused("and not to zero", TURN, "insert into adjustment (deal_id, no, known) values ({deal}, 1, {now})",
                "insert into adjustment_line (deal_id, no, payment_no, component, total, working) values ({deal}, 1, 1, 'principal:first', 1700000000, '{}')",
                "insert into adjustment_slice (deal_id, no, payment_no, component, lender_id, before, due, exact) values ({deal}, 1, 1, 'principal:first', {endeavour}, 100, 50, '50/1')");
    }

    @Test
    void the_terms_keep_the_principal_that_the_register_opened_with() {
        refused("where its terms say 3000000001", TURN, """
                insert into deal_terms (deal_id, version, known, digest, terms) select deal_id, (select version from deal_version where deal_id = {deal}), {now}, 'other',
                       replace(terms, '3000000000', '3000000001') from deal_terms where deal_id = {deal} order by version desc limit 1""");
        refused("not written in the present turn", TURN, """
                insert into deal_terms (deal_id, version, known, digest, terms) select deal_id, version + 1000, {now}, digest, terms from deal_terms
                 where deal_id = {deal} order by version desc limit 1""");
    }

    @Test
    void known_is_the_instant_of_a_turn_that_the_transaction_has_taken() {
        String entry = entry(DAY, "endeavour", "reduced", 100, "transfer");
        refused("not written in the present turn", entry);
        refused("not written in the present turn", TURN, entry.replace("{now}", "{now} - interval '1 second'"));
        refused("not written in the present turn", TURN, entry.replace("{now}", "{now} + interval '1 second'"));
        refused("known later than the one before", "update deal_version set version = version + 1, last_known = last_known where deal_id = {deal}");
        refused("known later than the one before", "update deal_version set version = version + 1, last_known = last_known - interval '1 day' where deal_id = {deal}");
        refused("at the instant it is taken", "update deal_version set version = version + 1, last_known = clock_timestamp() + interval '1 hour' where deal_id = {deal}");
        refused("at the instant it is taken", "update deal_version set version = version + 1, last_known = last_known + interval '2 microseconds' where deal_id = {deal}");
        refused("at the instant it is taken", "update deal_version set version = version + 1, last_known = last_known + interval '1 microsecond' where deal_id = {deal}");
        refused("the next version", TURN.replace("version + 1", "version + 2"));
    }

    @Test
    void what_several_turns_of_one_transaction_wrote_is_all_looked_at() {
        String entry = entry(DAY, "endeavour", "reduced", 100, "transfer");
        refused("and not to zero", TURN, entry, TURN);
        refused("and not to zero", TURN, entry, TURN.replace("greatest(clock_timestamp(), last_known + interval '1 microsecond')", "last_known + interval '1 microsecond'"),
                entry(DAY, "blackrock", "reduced", -100, "transfer"));
    }

    @Test
    void asking_for_the_check_early_does_not_go_around_it() {
        refused("and not to zero", TURN, "set constraints all immediate", entry(DAY, "endeavour", "reduced", 100, "transfer"));
        refused("and not to zero", TURN, "savepoint a", entry(DAY, "endeavour", "second", 100, "transfer"), "rollback to a", entry(DAY, "endeavour", "reduced", 100, "transfer"));
    }

    @Test
    void what_one_lender_is_due_is_settled_once_at_a_time_and_only_where_something_is_due() {
        Desk.Staffed.decides(deal.second(), deal.proposed("register.transfer", "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"amount\":\"1.00\",\"tranche\":\"first\",\"tradeDate\":\"2010-06-01\",\"effectiveDate\":\"2010-06-10\"}"),
                "approve").then().statusCode(200);
        Desk.Staffed.decides(deal.second(), deal.proposed("adjustment.settle", "{\"adjustment\":1,\"lenders\":[\"endeavour\"],\"on\":\"2010-06-10\",\"how\":\"paid\"}"), "approve").then().statusCode(200);
        String settled = "insert into settlement (deal_id, no, lender_id, known, on_date, how, reference) values ({deal}, 1, {%s}, {now}, '2010-06-10', 'paid', '')";
        refused("is settled 2 times", TURN, settled.formatted("endeavour"));
        refused("has nothing to settle", TURN, settled.formatted("petropavlovsk"));
        String takenBack = "insert into settlement_reversal select deal_id, no, lender_id, known, %s, 'by hand', proposal_id from settlement where deal_id = {deal}";
        refused("were not written in the present turn", TURN, takenBack.formatted("{now} + interval '1 second'"));
        refused("without figures", TURN, takenBack.formatted("{now}"));
    }

    @Test
    void facts_cannot_be_altered_or_taken_away() throws SQLException {
        for (String table : List.of("entry", "lender", "lender_detail", "transfer", "fixed_component", "fixed_slice", "booking_correction", "adjustment", "adjustment_line", "adjustment_slice", "settlement", "settlement_reversal",
                "calculation", "lender_figures", "deal", "deal_terms", "proposal_comparison", "trail")) {
            for (String statement : List.of("delete from " + table, "update " + table + " set deal_id = null", "truncate " + table)) {
                assertThatThrownBy(() -> sql.writes(statement.replace("deal set deal_id", "deal set id"))).as(statement).hasMessageContaining("permission denied");
            }
        }
        for (String statement : List.of("delete from deal_version", "update deal_version set turn = '0'", "update deal_version set unproved = false", "update deal_version set deal_id = null")) {
            assertThatThrownBy(() -> sql.writes(statement)).as(statement).hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_change_of_the_portals_own_that_does_not_add_up_is_told_as_a_failure_with_an_id_and_leaves_nothing() {
        String proposal = deal.proposed(LoneEntry.KIND, "{}");
        List<Long> before = rows();
        Desk.Staffed.decides(deal.second(), proposal, "approve").then().statusCode(500).body("id", notNullValue());
        assertThat(rows()).isEqualTo(before);
        deal.first().asks().get("/api/v1/approvals/" + proposal).then().statusCode(200).body("state", equalTo("open"));
    }
}
