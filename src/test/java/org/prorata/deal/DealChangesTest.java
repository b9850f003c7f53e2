package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prorata.SampleDeal;
import org.prorata.approval.Approvals;
import org.prorata.approval.Change;
import org.prorata.approval.Proposal;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.web.Problem;
import org.prorata.web.Today;

/** Terms and standing change only by a proposal that a second person of the agent approves. */
@QuarkusTest
class DealChangesTest {

    private static final LocalDate TODAY = LocalDate.of(2010, 6, 10);

    @Inject
    Accounts accounts;
    @Inject
    SampleDeal sample;
    @Inject
    Today today;
    @Inject
    Approvals approvals;
    @Inject
    TermChange termChange;
    @Inject
    StandingChange standingChange;
    @Inject
    ObjectMapper json;

    private SampleDeal.Imported deal;
    private Visitor agent;
    private Proposal.Person second;

    @BeforeEach
    void the_real_deal_and_two_of_its_agency_desk() {
        today.pretend(TODAY);
        deal = sample.rusoro();
        agent = Visitor.signsIn(newAgent("Ada Marsh"));
        second = new Proposal.Person(UUID.randomUUID(), "Ben Cole");
    }

    @AfterEach
    void today_is_real_again() {
        today.pretend(null);
    }

    @Test
    void a_term_changes_only_once_a_second_person_approves_and_is_entered_then() {
        UUID proposal = proposed(term("interest.reduced-principal.day-count", "ACT/360"));
        assertThat(terms().interestTerm("reduced-principal").orElseThrow().dayCount().value()).isEqualTo(DayCount.ACT_365F);

        approve(proposal);

        Sourced<DayCount> dayCount = terms().interestTerm("reduced-principal").orElseThrow().dayCount();
        assertThat(dayCount.value()).isEqualTo(DayCount.ACT_360);
        assertThat(dayCount.provenance()).isEqualTo(Provenance.ENTERED);
        assertThat(terms().interestTerm("second-instalment").orElseThrow().dayCount().value()).isEqualTo(DayCount.ACT_365F);
    }

    @Test
    void what_was_known_before_stays_known() {
        DealTerms before = inTransaction(() -> DealTerms.latest(deal.id()));
        approve(proposed(term("business-days.convention", "following")));

        assertThat(terms().businessDays().convention().value()).isEqualTo(Convention.FOLLOWING);
        assertThat(inTransaction(() -> DealTerms.asOf(deal.id(), before.known()).terms()).businessDays().convention().value())
                .isEqualTo(Convention.PRECEDING);
        agent.asks().queryParam("known", before.known().toString()).get("/deals/" + deal.slug()).then().statusCode(200)
                .body(containsString("the business day before"));
    }

    @Test
    void a_confirmed_term_keeps_its_value_and_is_no_longer_assumed() {
        approve(proposed(term("warrants.stapled", "false")));

        assertThat(terms().warrants().stapled().value()).isFalse();
        assertThat(terms().warrants().stapled().provenance()).isEqualTo(Provenance.ENTERED);
        assertThat(problems(termChange, "{\"field\": \"warrants.stapled\", \"value\": \"false\"}")).singleElement()
                .satisfies(p -> assertThat(p.message()).contains("entered already"));
    }

    @Test
    void a_later_start_of_accrual_moves_no_due_date() {
        approve(proposed(term("interest.reduced-principal.accrues-from", "2010-06-15")));

        InterestTerm term = terms().interestTerm("reduced-principal").orElseThrow();
        assertThat(term.accruesFrom().value()).isEqualTo(LocalDate.of(2010, 6, 15));
        assertThat(term.dates().value().listed()).containsExactly(LocalDate.of(2010, 9, 10), LocalDate.of(2010, 12, 10),
                LocalDate.of(2011, 3, 10), LocalDate.of(2011, 6, 10));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            interest.reduced-principal.day-count     | ACT/364    | Known day counts are
            interest.second-instalment.accrues-from  | 2010-06-11 | published
            interest.reduced-principal.accrues-from  | 2010-06-09 | first rate is in force
            interest.reduced-principal.accrues-from  | 2010-06-01 | register opens
            interest.reduced-principal.accrues-from  | 2011-06-10 | before the tranche is repaid
            interest.reduced-principal.accrues-from  | 2010-10-01 | is not after
            interest.reduced-principal.accrues-from  | soon       | year, month, day
            business-days.calendars                  | GBLO, MARS | CATO, GBLO, NONE, USNY
            business-days.own-holidays               | 2010-07-09, 2010-07-08 | later than the one before
            warrants.expiry-time                     | 5 pm       | 24 hours
            warrants.expiry-zone                     | Vancouver  | by its name
            transfers.minimum                        | -1.00      | above zero; or none
            transfers.minimum                        | 1.001      | at most 2 decimals
            transfers.whole-holdings                 | perhaps    | true, false
            transfers.interest                       | halves     | split, holder
            deal.currency                            | CAD        | Choose one of
            """)
    void what_cannot_be_is_refused_with_what_would_be_right(String field, String value, String message) {
        assertThat(problems(termChange, "{\"field\": \"" + field + "\", \"value\": \"" + value + "\"}")).singleElement()
                .satisfies(p -> assertThat(p.message()).contains(message));
    }

    @Test
    void nothing_typed_is_lost_when_a_value_is_wrong() {
        agent.sends().formParams(term("business-days.own-holidays", "2010-13-01")).formParam("reason", "Our <own> reason").post(path("terms"))
                .then().statusCode(422).body(allOf(containsString("2010-13-01"), containsString("Our &lt;own&gt; reason"),
                        containsString("exists in the calendar")));
        agent.asks().get(path("terms")).then().statusCode(200).body(allOf(containsString("stands in the published terms"),
                not(containsString("not yet known"))));
        agent.asks().get(path("terms") + "?field=warrants.expiry-time").then().statusCode(200).body(containsString("value=\"17:00\""));
    }

    @Test
    void signatures_and_conditions_make_the_deal_definitive_and_then_effective() {
        RequestSpecification all = agent.sends().formParam("reason", "The closing");
        terms().standing().signatures().forEach(s -> all.formParam("signatures." + s.id(), "2010-06-10"));
        approve(idOf(all.formParam("signatures.agent.reference", "Counterpart 1").post(path("standing")).then().statusCode(303)
                .extract().header("Location")));
        assertThat(terms().standing().stage(TODAY)).isEqualTo(Stage.DEFINITIVE);
        Fact signed = terms().standing().signatures().get(0).signed();
        assertThat(signed).isEqualTo(new Fact(TODAY, "Counterpart 1", "Ada Marsh", "Ben Cole"));

        RequestSpecification rest = agent.sends().formParam("reason", "The filing");
        terms().standing().conditions().forEach(c -> rest.formParam("conditions." + c.id(), "2010-06-09"));
        approve(idOf(rest.post(path("standing")).then().statusCode(303).extract().header("Location")));
        assertThat(terms().standing().stage(TODAY)).isEqualTo(Stage.EFFECTIVE);
        agent.asks().get("/deals/" + deal.slug()).then().body(allOf(containsString("Effective"), containsString("Counterpart 1"),
                containsString("recorded by Ada Marsh"), containsString("approved by Ben Cole")));
        assertThat(problems(standingChange, "{\"signatures\": [{\"id\": \"agent\", \"on\": \"2010-06-10\"}]}")).singleElement()
                .satisfies(p -> assertThat(p.message()).contains("recorded already"));
    }

    @Test
    void a_mistyped_date_is_corrected_and_a_wrong_record_taken_back_and_both_stay_in_the_history() {
        approve(standing("signatures.agent", "2010-06-09"));
        DealTerms mistyped = inTransaction(() -> DealTerms.latest(deal.id()));
        approve(standing("signatures.agent", "2010-06-10"));
        assertThat(signedByAgent()).isEqualTo(new Fact(TODAY, null, "Ada Marsh", "Ben Cole"));
        agent.asks().get(path("standing")).then().body(allOf(containsString("10 June 2010 recorded"), containsString("take back")));
        approve(standing("signatures.agent.withdrawn", "true"));
        assertThat(signedByAgent()).isNull();
        assertThat(inTransaction(() -> DealTerms.asOf(deal.id(), mistyped.known())).terms().standing().signatures()).anyMatch(s -> s.signed() != null);
        assertThat(problems(standingChange, "{\"signatures\": [{\"id\": \"agent\", \"withdrawn\": true}]}")).singleElement()
                .satisfies(p -> assertThat(p.message()).contains("nothing to take back"));
        assertThat(problems(standingChange, "{\"signatures\": [{\"id\": \"agent\", \"withdrawn\": true, \"on\": \"2010-06-10\"}]}")).hasSize(1);
    }

    @Test
    void the_title_of_a_change_says_what_it_corrects_and_warns_of_a_signature_that_came_too_late() {
        approve(standing("signatures.agent", "2010-06-09"));
        assertThat(title(standing("signatures.agent", "2010-06-10"))).contains("Correct: signed by", "on 2010-06-10 instead of 2010-06-09").doesNotContain("Warning");
        assertThat(title(standing("signatures.agent.withdrawn", "true"))).contains("Take back: signed by").doesNotContain("Record");
        today.pretend(TODAY.plusDays(1));
        UUID late = standing("signatures.agent", "2010-06-11");
        assertThat(title(late)).contains("a signature of 2010-06-11 is after the last day to sign, 2010-06-10, and does not undo the lapse");
        approve(late);
        assertThat(terms().standing().stage(TODAY.plusDays(1))).isEqualTo(Stage.LAPSED);
    }

    private UUID standing(String field, String value) {
        return idOf(agent.sends().formParam("reason", "A correction").formParam(field, value).post(path("standing")).then().statusCode(303).extract().header("Location"));
    }

    private String title(UUID proposal) {
        return agent.asks().get("/api/v1/approvals/" + proposal).then().statusCode(200).extract().path("title");
    }

    private Fact signedByAgent() {
        return terms().standing().signatures().stream().filter(s -> s.id().equals("agent")).findFirst().orElseThrow().signed();
    }

    @Test
    void what_has_not_happened_yet_or_does_not_exist_is_not_recorded() {
        assertThat(problems(standingChange, """
                {"signatures": [{"id": "agent", "on": "2010-06-11"}, {"id": "nobody", "on": "2010-06-10"}],
                 "conditions": [{"id": "representations", "on": "10 June"}, {"id": "representations", "on": "2010-06-10"}]}"""))
                .extracting(Problem::field).containsExactly("signatures.agent", "signatures.nobody", "conditions.representations",
                        "conditions.representations");
        assertThat(problems(standingChange, "{}")).hasSize(1);
        assertThat(problems(standingChange, "{\"signatures\": \"all\", \"conditions\": [7]}")).isNotEmpty();
        agent.sends().formParam("reason", "Too early").formParam("signatures.agent", "2010-06-11").post(path("standing")).then().statusCode(422)
                .body(allOf(containsString("not later than today"), containsString("value=\"2010-06-11\"")));
    }

    private Map<String, String> term(String field, String value) {
        return Map.of("field", field, "value", value);
    }

    private UUID proposed(Map<String, String> term) {
        return idOf(agent.sends().formParams(term).formParam("reason", "Clause 9.2").post(path("terms")).then().statusCode(303)
                .extract().header("Location"));
    }

    private static UUID idOf(String location) {
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private void approve(UUID proposal) {
        Walls.asPortal(() -> approvals.approve(proposal, second, ""));
    }

    private List<Problem> problems(Change change, String payload) {
        try {
            JsonNode node = json.readTree(payload);
            return inTransaction(() -> change.check(deal.id(), node));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(payload, e);
        }
    }

    private Terms terms() {
        return inTransaction(() -> DealTerms.latest(deal.id()).terms());
    }

    private static <T> T inTransaction(Supplier<T> read) {
        return QuarkusTransaction.requiringNew().call(read::get);
    }

    private String path(String what) {
        return "/deals/" + deal.slug() + "/" + what + "/propose";
    }

    private String newAgent(String name) {
        String login = "deal-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, name, Visitor.PASSWORD));
        return login;
    }
}
