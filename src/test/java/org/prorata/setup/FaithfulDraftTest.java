package org.prorata.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prorata.deal.BadTermSheet;
import org.prorata.deal.DealFile;
import org.prorata.deal.SampleDeals;
import org.prorata.deal.TermSheetReader;
import org.prorata.deal.TermSheetWriter;
import org.prorata.setup.Findings.Finding;

/** A draft makes the term sheet that was typed, no more and no less, and what its reader says of it comes to the field it was typed in. */
class FaithfulDraftTest {

    /** The name of each text in the place of the text. */
    static <T> T named(Class<T> bundle) {
        return bundle.cast(Proxy.newProxyInstance(bundle.getClassLoader(), new Class<?>[] {bundle}, (proxy, method, values) -> method.getName()));
    }

    private static final SetupText TEXT = named(SetupText.class);
    private static final FieldText WORDS = named(FieldText.class);

    private static Typed rusoro() {
        return OpenedSheet.of(SampleDeals.rusoroText(), TEXT);
    }

    private static Typed with(Typed typed, Map<String, String> otherwise) {
        return typed.with(otherwise::containsKey, otherwise).closedUp();
    }

    private static List<Finding> found(Typed typed) {
        return Findings.of(typed, WORDS).all();
    }

    @Test
    void the_real_deal_opened_in_the_form_reads_as_its_file_does() {
        assertThat(TermSheetReader.read(DraftSheet.of(rusoro()))).isEqualTo(SampleDeals.rusoro());
        assertThat(TermSheetReader.read(DraftSheet.of(Typed.read(rusoro().json())))).isEqualTo(SampleDeals.rusoro());
    }

    @Test
    void any_deal_without_a_history_opened_in_the_form_reads_as_its_file_does() {
        int faithful = 0;
        for (long seed = 1; seed <= 300; seed++) {
            DealFile any = SampleDeals.random(seed);
            DealFile file = new DealFile(any.terms(), any.lenders(), any.opening(), List.of(), List.of());
            byte[] text = TermSheetWriter.write(file).getBytes(StandardCharsets.UTF_8);
            Typed typed = OpenedSheet.of(text, TEXT);
            assertThat(TermSheetReader.read(DraftSheet.of(typed))).as("seed " + seed).isEqualTo(file);
            faithful++;
        }
        assertThat(faithful).isEqualTo(300);
    }

    @Test
    void every_field_of_a_file_is_asked_for_in_one_step_and_one_alone() {
        for (long seed = 1; seed <= 100; seed++) {
            DealFile any = SampleDeals.random(seed);
            Typed typed = OpenedSheet.of(TermSheetWriter.write(new DealFile(any.terms(), any.lenders(), any.opening(), List.of(), List.of())).getBytes(StandardCharsets.UTF_8), TEXT);
            assertThat(typed.texts().keySet()).allSatisfy(path -> assertThat(List.of(Step.values())).as(path).filteredOn(step -> step.asks(path)).hasSize(1));
        }
    }

    @Test
    void a_file_with_what_the_form_does_not_ask_for_is_refused_with_its_place_and_not_opened_without_it() {
        String file = new String(SampleDeals.rusoroText(), StandardCharsets.UTF_8);
        String moved = file + "\nmovements:\n  - {on: 2010-08-31, lender: endeavour, tranche: reduced, amount: \"-1.00\", cause: exchange}\n";
        assertThatThrownBy(() -> OpenedSheet.of(moved.getBytes(StandardCharsets.UTF_8), TEXT)).isInstanceOfSatisfying(BadTermSheet.class,
                bad -> assertThat(bad.problems()).extracting("field").containsExactly("movements"));
        String odd = file.replace("    zone:", "    zone:").replace("  currency: USD", "  currency: USD\n  colour: blue");
        assertThatThrownBy(() -> OpenedSheet.of(odd.getBytes(StandardCharsets.UTF_8), TEXT)).isInstanceOfSatisfying(BadTermSheet.class,
                bad -> assertThat(bad.problems()).extracting("field").containsExactly("deal.colour"));
        String otherOrder = file.replace("    petropavlovsk:            20,000,000.00\n", "") + "    petropavlovsk: 20,000,000.00\n";
        assertThat(TermSheetReader.read(otherOrder).opening().lines()).hasSize(6);
        assertThatThrownBy(() -> OpenedSheet.of(otherOrder.getBytes(StandardCharsets.UTF_8), TEXT)).isInstanceOf(BadTermSheet.class);
    }

    @Test
    void nothing_is_guessed_for_an_empty_draft_not_even_where_its_values_come_from() {
        assertThat(DraftSheet.of(Typed.NOTHING)).contains("provenance: \"\"").doesNotContain("entered", "USD", "following", "ACT");
        List<Finding> found = found(Typed.NOTHING);
        assertThat(found).extracting(Finding::path).contains("provenance", "deal.slug", "deal.title", "deal.currency", "deal.zone", "parties", "tranches", "lenders", "opening.on", "business-days.calendars",
                "business-days.convention", "business-days.interest-dates-adjusted");
        assertThat(found).allMatch(Finding::missing).noneMatch(each -> each.step() == null);
    }

    @Test
    void what_the_reader_says_comes_to_the_field_it_was_typed_in() {
        Map<String, Map<String, String>> wrong = Map.of(
                "tranches[2].principal", Map.of("tranches[2].principal", "13 million"),
                "tranches[1].repayments[1].due", Map.of("tranches[1].repayments[1].due", "10 June"),
                "lenders[3].held", Map.of("lenders[3].held", "6,666,666.6x"),
                "lenders[2].id", Map.of("lenders[2].id", "Lansdowne"),
                "interest[2].rates[1].percent", Map.of("interest[2].rates[1].percent", "101"),
                "interest[2].dates", Map.of("interest[2].dates.every", "weekly"),
                "deal.zone", Map.of("deal.zone.provenance", "guessed"),
                "warrants.tranche", Map.of("warrants.tranche", "third"),
                "standing.signatures[1].signed.on", Map.of("standing.signatures[1].signed.on", "2010-02-30"),
                "opening", Map.of("lenders[6].held", "9,999,999.99"));
        wrong.forEach((path, typed) -> {
            List<Finding> found = found(with(rusoro(), typed));
            assertThat(found).as(path).anySatisfy(each -> {
                assertThat(each.path()).isEqualTo(path);
                assertThat(each.missing()).isFalse();
                assertThat(each.step()).isNotNull();
            });
        });
        assertThat(found(with(rusoro(), Map.of("lenders[6].held", "9,999,999.99")))).singleElement().satisfies(each -> assertThat(each.right()).contains("0.01 too little"));
    }

    @Test
    void rows_that_are_empty_do_not_shift_what_is_said_of_those_after_them() {
        Typed gap = rusoro().with(path -> path.startsWith("parties["), Map.of("parties[1].role", "borrower", "parties[1].name", "Borrower", "parties[4].role", "banker", "parties[4].name", "A bank"));
        assertThat(found(gap)).extracting(Finding::path).contains("parties[4].role");
        assertThat(gap.closedUp().texts()).containsEntry("parties[2].role", "banker").doesNotContainKey("parties[4].role");
    }

    @Test
    void a_tranche_that_is_taken_away_takes_what_lenders_hold_in_it_and_no_other() {
        Typed held = with(rusoro(), Map.of("opening.each", "tranche", "lenders[1].in-1", "1", "lenders[1].in-2", "2", "lenders[1].in-3", "3"));
        Map<String, String> after = held.without("tranches[2]").closedUp().texts();
        assertThat(after).containsEntry("lenders[1].in-1", "1").containsEntry("lenders[1].in-2", "3").doesNotContainKey("lenders[1].in-3").containsEntry("tranches[2].id", "reduced")
                .containsEntry("tranches[2].repayments[1].due", "2011-06-10").doesNotContainKey("tranches[3].id");
    }

    @Test
    void control_characters_are_told_at_their_field() {
        assertThat(found(with(rusoro(), Map.of("deal.title", "Loan\u0007", "remarks[1].text", "a\u009fb")))).extracting(Finding::path).contains("deal.title", "remarks[1].text");
    }
}
