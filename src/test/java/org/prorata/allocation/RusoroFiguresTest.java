package org.prorata.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.SampleDeal;
import org.prorata.approval.Approvals;
import org.prorata.approval.Comparison;
import org.prorata.approval.Proposal;
import org.prorata.approval.Proposal.Person;
import org.prorata.identity.Walls;
import org.prorata.web.Refused;
import org.prorata.web.Today;

/** The real deal's figures, stored and read back, before and after what the agent does. */
@QuarkusTest
class RusoroFiguresTest {

    private static final Person MAKER = new Person(new UUID(7, 1), "Maker");
    private static final Person CHECKER = new Person(new UUID(7, 2), "Checker");

    @Inject SampleDeal sample;
    @Inject Pictures pictures;
    @Inject LenderRows rows;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    @Inject Today today;

    private SampleDeal.Imported deal;

    @BeforeEach
    void import_the_deal() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = sample.rusoro();
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private List<LenderRow> rows() {
        return Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> rows.all(pictures.of(deal.slug(), null).picture())));
    }

    private Picture picture() {
        return Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> pictures.of(deal.slug(), null).picture()));
    }

    private List<String> slices(int payment, String component) {
        Picture picture = picture();
        Line line = picture.body().lines().stream().filter(l -> l.payment() == payment && l.component().equals(component)).findFirst().orElseThrow();
        return Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> rows.all(picture))).stream()
                .map(row -> row.of(line) == null ? "unknown" : row.of(line).slice().toString()).toList();
    }

    private ObjectNode shares(String on, String... handlesAndAmounts) {
        ObjectNode payload = json.createObjectNode().put("on", on).put("unit", "amount");
        for (int i = 0; i < handlesAndAmounts.length; i += 2) {
            payload.withArray("shares").addObject().put("lender", handlesAndAmounts[i]).put("value", handlesAndAmounts[i + 1]);
        }
        return payload;
    }

    private Proposal propose(String kind, ObjectNode payload) {
        return Walls.asPortal(() -> approvals.propose(new Approvals.Ask(deal.id(), kind, payload, "a test", "T-1", null, null), MAKER));
    }

    private Proposal approve(Proposal proposal) {
        return Walls.asPortal(() -> approvals.approve(proposal.id(), CHECKER, "seen"));
    }

    @Test
    void the_three_principal_payments_are_split_to_the_cent() {
        assertThat(slices(1, "principal:first")).containsExactly("566666667", "188888889", "188888889", "188888889", "283333333", "283333333");
        assertThat(slices(2, "principal:second")).containsExactly("433333333", "144444445", "144444444", "144444444", "216666667", "216666667");
        assertThat(slices(6, "principal:reduced")).containsExactly("1000000000", "333333333", "333333334", "333333333", "500000000", "500000000");
        assertThat(slices(0, Line.WARRANTS)).containsExactly("10000000", "3333333", "3333334", "3333333", "5000000", "5000000");
    }

    @Test
    void the_accrued_interest_is_unknown_until_it_is_entered_and_then_moves_no_other_figure() {
        assertThat(slices(1, "accrued")).containsOnly("unknown");
        List<List<String>> before = rows().stream().map(row -> row.slices().values().stream().map(s -> s.slice().toString()).sorted().toList()).toList();
        approve(propose("payment.amount", json.createObjectNode().put("term", "accrued").put("due", "2010-06-10").put("amount", "0.00")));
        assertThat(slices(1, "accrued")).containsOnly("0");
        List<List<String>> after = rows().stream().map(row -> row.slices().entrySet().stream().filter(e -> !e.getKey().component().equals("accrued"))
                .map(e -> e.getValue().slice().toString()).sorted().toList()).toList();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_move_of_shares_follows_only_after_another_person_approved_it() {
        Proposal proposal = propose("register.move", shares("2010-06-10", "petropavlovsk", "22,500,000.00", "lansdowne-equity-limited", "6,666,666.67",
                "lansdowne-equity-lp", "6,666,666.67", "lansdowne-strategic", "6,666,666.66", "endeavour", "7,500,000.00", "blackrock", "10,000,000.00"));
        Comparison comparison = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> approvals.comparison(proposal)));
        assertThat(comparison.columns()).allMatch(Comparison.Column::proven);
        assertThat(comparison.moved()).isTrue();
        assertThat(slices(1, "principal:first").get(0)).isEqualTo("566666667");
        assertThatThrownBy(() -> Walls.asPortal(() -> approvals.approve(proposal.id(), MAKER, ""))).isInstanceOf(Refused.class);
        approve(proposal);
        assertThat(slices(1, "principal:first").get(0)).isEqualTo("637500000");
        assertThat(slices(0, Line.WARRANTS)).containsExactly("11250000", "3333333", "3333334", "3333333", "3750000", "5000000");
    }

    @Test
    void a_booked_payment_is_fixed_and_leaves_the_register() {
        approve(propose("payment.book", json.createObjectNode().put("payment", 1).put("valueDate", "2010-06-10")
                .<ObjectNode>set("components", json.createArrayNode().add("principal:first"))));
        Picture picture = picture();
        assertThat(picture.booked(picture.terms().tranches().get(0), picture.opensOn().plusDays(1))).isZero();
        assertThat(slices(1, "principal:first")).containsExactly("566666667", "188888889", "188888889", "188888889", "283333333", "283333333");
        assertThat(rows().get(0).booked("first", picture.opensOn().plusDays(1))).isZero();
        assertThat(rows().get(0).booked("first", picture.opensOn())).isEqualTo(BigInteger.valueOf(566666667));
    }
}
