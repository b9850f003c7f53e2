package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case changes one thing in the example of the format; § stands before what the problem's line must be the line of. */
class BadTermSheetTest {

    static final String EXAMPLE = example();

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("another format is not read", "format: prorata/term-sheet/1", "§format: prorata/term-sheet/2",
                        "format", "prorata/term-sheet/2", "This portal reads prorata/term-sheet/1"),
                arguments("an unknown currency is named", "currency: EUR", "§currency: EURO", "deal.currency", "EURO", "ISO 4217"),
                arguments("gold is no currency to count", "currency: EUR", "§currency: XAU", "deal.currency", "XAU", "ISO 4217"),
                arguments("a zone is a place", "zone: Europe/London", "§zone: GMT+25", "deal.zone", "GMT+25", "America/Vancouver"),
                arguments("a deal's name has no capitals", "slug: harbour-2026", "§slug: Harbour 2026", "deal.slug", "Harbour 2026",
                        "small letters"),
                arguments("a deal is not called as a page is", "slug: harbour-2026", "§slug: import", "deal.slug", "import", "not import"),
                arguments("a missing field is asked for", "  title: Harbour Bridge senior secured loan\n", "", "deal.title", "",
                        "Missing: write title here"),
                arguments("a missing section is asked for", "business-days:", "§businessdays:", "businessdays", "businessdays",
                        "perhaps business-days"),
                arguments("a mistyped field gets the likely one", "    principal: 4,000,000.00", "    §principle: 4,000,000.00",
                        "tranches[2].principle", "principle", "perhaps principal"),
                arguments("a title cannot be unknown", "title: Harbour Bridge senior secured loan", "§title: unknown", "deal.title", "unknown",
                        "cannot be unknown"),
                arguments("repayments add up to the principal", "principal: 6,000,000.00", "principal: 6,000,000.01",
                        "tranches[1].repayments", "a list", "add up to 6,000,000.00, 0.01 too little"),
                arguments("a principal is above zero", "principal: 4,000,000.00", "§principal: -4,000,000.00", "tranches[2].principal",
                        "-4,000,000.00", "above zero"),
                arguments("a repayment is above zero", "      - due: 2028-03-31\n        amount: 4,000,000.00",
                        "      - due: 2028-03-31\n        §amount: 0.00", "tranches[2].repayments[1].amount", "0.00", "above zero"),
                arguments("euros have two decimals", "amount: 12,500.00", "§amount: 12,500.001", "stated[1].amounts[1].amount", "12,500.001",
                        "at most 2 decimals"),
                arguments("yen have none", "currency: EUR", "currency: JPY", "tranches[1].principal", "6,000,000.00", "no decimals"),
                arguments("commas stand between thousands", "amount: 12,500.00", "§amount: 1,25,00.00", "stated[1].amounts[1].amount",
                        "1,25,00.00", "digits with a point"),
                arguments("an amount has no exponent", "amount: 12,500.00", "§amount: 1.25e4", "stated[1].amounts[1].amount", "1.25e4",
                        "digits with a point"),
                arguments("repayments stand in order", "      - due: 2027-03-31", "      - §due: 2026-09-30", "tranches[1].repayments[2].due",
                        "2026-09-30", "after that of the repayment before it"),
                arguments("two tranches have two ids", "  - id: b\n    name: Tranche B", "  - §id: a\n    name: Tranche B", "tranches[2].id", "a",
                        "an id of its own"),
                arguments("two terms have two ids", "  - id: agency-fee", "  - §id: interest-a", "stated[1].id", "interest-a",
                        "an id of its own"),
                arguments("interest is on a tranche there is", "    tranche: a\n", "    §tranche: c\n", "interest[1].tranche", "c",
                        "no such tranche"),
                arguments("a day count is a known one", "day-count: ACT/360 ", "§day-count: ACT/364 ", "interest[1].day-count", "ACT/364",
                        "ACT/360, ACT/365F, 30/360, 30E/360, ACT/ACT"),
                arguments("a frequency is a known one", "dates: {every: quarterly", "§dates: {every: weekly", "interest[1].dates", "weekly",
                        "monthly, quarterly, half-yearly, yearly"),
                arguments("a frequency needs an end", "dates: {every: quarterly, until: 2027-03-31}", "§dates: {every: quarterly}",
                        "interest[1].dates", "fields", "until is missing"),
                arguments("interest dates stand in order", "[2026-12-31, 2027-12-31, 2028-03-31]", "§[2026-12-31, 2026-12-31, 2028-03-31]",
                        "interest[2].dates", "a list", "later than the one before"),
                arguments("interest ends after it starts", "until: 2027-03-31}", "until: 2026-03-31}", "interest[1].dates", "fields",
                        "after accrual starts"),
                arguments("the first rate is there at the start", "      - from: 2026-03-31\n        percent: 8",
                        "      - §from: 2026-04-01\n        percent: 8", "interest[2].rates[1].from", "2026-04-01", "not after 2026-03-31"),
                arguments("a rate has no sign", "percent: 6.75", "§percent: 6.75%", "interest[1].rates[2].percent", "6.75%",
                        "without the sign"),
                arguments("a rate is at most 100", "percent: 6.75", "§percent: 675", "interest[1].rates[2].percent", "675", "0 to 100"),
                arguments("a date exists", "due: 2027-09-30", "§due: 2027-09-31", "stated[1].amounts[2].due", "2027-09-31", "exists"),
                arguments("a date begins with the year", "due: 2027-09-30", "§due: 30/09/2027", "stated[1].amounts[2].due", "30/09/2027",
                        "year, month, day"),
                arguments("a calendar is a known one", "calendars: [GBLO]", "§calendars: [GBLO, TARGET]", "business-days.calendars", "TARGET",
                        "CATO, GBLO, NONE, USNY"),
                arguments("a convention is a known one", "convention: modified-following", "§convention: modified", "business-days.convention",
                        "modified", "none, following, modified-following, preceding"),
                arguments("yes or no is not perhaps", "stapled: false", "§stapled: perhaps", "warrants.stapled", "perhaps", "true, false"),
                arguments("warrants are whole", "count: 250,000 ", "§count: 250,000.5 ", "warrants.count", "250,000.5", "whole number"),
                arguments("warrants expire after they are issued", "expires: 2029-04-01", "§expires: 2026-04-01", "warrants.expires",
                        "2026-04-01", "after the warrants are issued"),
                arguments("a least amount is an amount or none", "minimum: 250,000.00", "§minimum: -1", "transfers.minimum", "-1", "above zero; or none"),
                arguments("who gets the interest at a transfer is said in a known word", "interest: split", "§interest: seller", "transfers.interest",
                        "seller", "split, holder"),
                arguments("what a transfer must keep to cannot be unknown", "whole-holdings: true", "§whole-holdings: unknown",
                        "transfers.whole-holdings", "unknown", "cannot be unknown"),
                arguments("only the first price has no date", "    - from: 2026-06-01\n      price: 2.15", "    - §price: 2.15",
                        "exchange.prices[2].from", "", "Only the first price"),
                arguments("a price is not negative", "price: 2.40", "§price: -2.40", "exchange.prices[1].price", "-2.40", "not negative"),
                arguments("the provenance of bare values is a known word", "provenance: entered            #", "§provenance: guessed #", "provenance", "guessed", "published, computed"),
                arguments("a provenance is a known word", "provenance: assumed, note: The agreement",
                        "provenance: guessed, note: The agreement", "interest[2].day-count.provenance", "guessed", "published, computed"),
                arguments("a known value is not of unknown provenance", "provenance: assumed, note: The agreement",
                        "provenance: unknown, note: The agreement", "interest[2].day-count.provenance", "unknown", "other than unknown"),
                arguments("a lender stands once", "name: Meridian Credit Fund Two,", "§name: meridian credit fund one,", "lenders[3].name",
                        "meridian credit fund one", "meridian-one has this name"),
                arguments("a handle is used once", "{id: meridian-two,", "{§id: meridian-one,", "lenders[3].id", "meridian-one",
                        "an id of its own"),
                arguments("a name has no hidden characters", "name: Northern Pension Fund", "§name: \"Northern\\u202e Pension Fund\"",
                        "lenders[1].name", "Northern\uFFFD Pension Fund", "cannot be seen"),
                arguments("a name is not a book", "name: Northern Pension Fund", "§name: " + "Northern ".repeat(30), "lenders[1].name",
                        ("Northern ".repeat(30)).substring(0, 80) + "…", "at most 200 characters"),
                arguments("the opening names lenders there are", "    northern: 50", "    §nothern: 50", "opening.percent.nothern", "nothern",
                        "perhaps northern"),
                arguments("percentages add up to exactly 100", "meridian-two: 16.6667", "meridian-two: 16.6666", "opening.percent", "fields",
                        "add up to 99.9999, 0.0001 too little"),
                arguments("opening amounts add up to the principal", EXAMPLE.substring(EXAMPLE.indexOf("  percent:  ")),
                        "  §amounts: {northern: 50, meridian-one: 33.33, meridian-two: 16.67}", "opening.amounts", "fields",
                        "add up to 100.00, 9,999,900.00 too little"),
                arguments("the register opens before anything falls due", "opening:                       # who holds what when the register opens\n  on: 2026-03-31",
                        "opening:\n  §on: 2026-10-01", "opening.on", "2026-10-01", "first repayment of a"),
                arguments("one thing is written once", "  slug: harbour-2026", "  slug: harbour-2026\n  §slug: harbour-2027", "deal.slug", "slug",
                        "stands in line"),
                arguments("there are no tags", "percent: 8", "§percent: !!float 8", "interest[2].rates[1].percent", "tag:yaml.org,2002:float",
                        "no tags"),
                arguments("nothing is made from a tag", "percent: 8", "§percent: !!javax.script.ScriptEngineManager [8]",
                        "interest[2].rates[1].percent", "tag:yaml.org,2002:javax.script.ScriptEngineManager", "no tags"),
                arguments("there are no anchors", "percent: 8", "§percent: &eight 8", "interest[2].rates[1].percent", "&eight", "no anchors"),
                arguments("there are no aliases", "percent: 8", "percent: &x 8\n      - {from: 2026-04-01, §percent: *x}",
                        "interest[2].rates[2].percent", "*x", "no aliases"),
                arguments("there are no merge keys", "  slug: harbour-2026", "  §<<: {slug: harbour-2026}", "deal.<<", "<<", "no merge keys"),
                arguments("a file holds one term sheet", "# What happened later", "§---\nformat: prorata/term-sheet/1\n# What happened later", "",
                        "---", "one term sheet"),
                arguments("a list is a list", "lenders:                       # in register order", "lenders: all of them\nremarks2:", "lenders",
                        "all of them", "Write a list"),
                arguments("fields are fields", "    - {id: opinion, text: Legal opinion of the borrower's counsel}", "    - §opinion",
                        "standing.conditions[2]", "opinion", "Write fields here"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void it_is_said_what_is_wrong_where_and_what_would_be_right(String sentence, String good, String bad, String field, String found, String right) {
        String marked = changed(good, bad);
        int mark = marked.indexOf('§');
        List<SheetProblem> problems = problems(marked.replace("§", ""));

        assertThat(problems).as(sentence).anySatisfy(p -> {
            assertThat(p.field()).isEqualTo(field);
            assertThat(p.found()).isEqualTo(found);
            assertThat(p.right()).contains(right);
            if (mark >= 0) {
                assertThat(p.line()).isEqualTo(lineAt(marked, mark));
            }
        });
    }

    @Test
    void all_problems_are_said_at_once_in_the_order_of_the_lines() {
        String file = changed("currency: EUR", "currency: EURO").replace("percent: 8", "percent: eight").replace("calendars: [GBLO]", "calendars: [X]")
                .replace("due: 2027-09-30", "due: soon");

        assertThat(problems(file)).extracting(SheetProblem::field).containsExactly("deal.currency", "interest[2].rates[1].percent",
                "stated[1].amounts[2].due", "business-days.calendars");
    }

    @Test
    void transfers_of_a_day_add_up_to_zero_in_each_tranche() {
        String file = EXAMPLE + """

                movements:
                  - {on: 2026-07-01, lender: northern, tranche: b, amount: -100000.00, cause: transfer}
                  - {on: 2026-07-01, lender: meridian-one, tranche: b, amount: 99999.99, cause: transfer}
                """;
        assertThat(problems(file)).singleElement().satisfies(p -> {
            assertThat(p.line()).isEqualTo(lineAt(file, file.indexOf("99999.99")));
            assertThat(p.right()).contains("add up to \u22120.01");
        });
    }

    @Test
    void nobody_moves_more_than_it_holds() {
        String file = EXAMPLE + """

                movements:
                  - {on: 2026-07-01, lender: northern, tranche: b, amount: -5000000.01, cause: transfer}
                  - {on: 2026-07-01, lender: meridian-one, tranche: b, amount: 5000000.01, cause: transfer}
                """;
        assertThat(problems(file)).singleElement().satisfies(p -> {
            assertThat(p.field()).isEqualTo("movements[1].amount");
            assertThat(p.right()).contains("northern would hold \u22120.01");
        });
    }

    @Test
    void what_was_paid_adds_up_and_is_within_a_unit_of_its_exact_part() {
        String file = EXAMPLE + """

                paid:
                  - payment: 1
                    value-date: 2026-03-30
                    components:
                      - component: interest-c
                        total: 10.00
                        slices:
                          - {lender: northern, slice: 5.00, exact: 600}
                          - {lender: northern, slice: 5.01, exact: one}
                """;
        assertThat(problems(file)).extracting(SheetProblem::field).contains("paid[1].value-date", "paid[1].components[1].component",
                "paid[1].components[1].slices[1].exact", "paid[1].components[1].slices[2].lender", "paid[1].components[1].slices[2].exact");
    }

    @Test
    void what_no_calendar_knows_is_refused_at_import() {
        String file = changed("dates: {every: quarterly, until: 2027-03-31}", "dates: {every: yearly, until: 2120-03-31}");

        assertThat(problems(file)).singleElement().satisfies(p -> assertThat(p.right()).contains("1950 to 2099"));
    }

    @Test
    void ten_megabytes_of_nonsense_are_refused_at_once() {
        byte[] nonsense = "x: [{".repeat(2 << 20).getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();

        assertThatThrownBy(() -> TermSheetReader.read(nonsense)).isInstanceOf(BadTermSheet.class).hasMessageContaining("at most 8388608 bytes");
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(1_000_000_000L);
    }

    @Test
    void a_file_within_the_size_is_given_up_where_it_becomes_nonsense() {
        long start = System.nanoTime();

        assertThat(problems("9".repeat(8_000_000))).singleElement().satisfies(p -> assertThat(p.right()).contains("at most 20000 characters"));
        assertThat(problems("[".repeat(15_000))).singleElement().satisfies(p -> assertThat(p.right()).contains("nested deeper"));
        assertThat(problems("- [1, 2, 3]\n".repeat(500_000))).singleElement().satisfies(p -> {
            assertThat(p.line()).isEqualTo(125_000);
            assertThat(p.right()).contains("at most 500000 values");
        });
        assertThat(problems("format: x\n" + "a: &a [1]\n".repeat(10_000))).hasSize(201);
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(10_000_000_000L);
    }

    @Test
    void what_is_no_text_is_refused_with_its_line() {
        assertThat(problems(new byte[] {'a', ':', '\n', (byte) 0xFF, (byte) 0xFE})).singleElement().satisfies(p -> {
            assertThat(p.line()).isEqualTo(2);
            assertThat(p.right()).contains("UTF-8");
        });
        assertThat(problems("a: b\nc: \u0007")).singleElement().satisfies(p -> {
            assertThat(p.line()).isEqualTo(2);
            assertThat(p.found()).isEqualTo("U+0007");
        });
    }

    @Test
    void what_is_no_yaml_is_refused_with_its_line() {
        assertThat(problems("format: prorata/term-sheet/1\ndeal: {slug: x\n")).singleElement().satisfies(p -> {
            assertThat(p.line()).isGreaterThanOrEqualTo(2);
            assertThat(p.right()).startsWith("This is not YAML");
        });
        assertThat(problems("")).singleElement().satisfies(p -> assertThat(p.right()).contains("The file is empty"));
        assertThat(problems("just words")).singleElement().satisfies(p -> assertThat(p.right()).contains("Begin with format"));
    }

    private static String changed(String good, String bad) {
        assertThat(EXAMPLE).contains(good);
        return EXAMPLE.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
    }

    private static List<SheetProblem> problems(String file) {
        return problems(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SheetProblem> problems(byte[] file) {
        BadTermSheet bad = catchThrowableOfType(BadTermSheet.class, () -> TermSheetReader.read(file));
        assertThat(bad).as("the file is read").isNotNull();
        return bad.problems();
    }

    private static int lineAt(String text, int position) {
        return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    private static String example() {
        try (InputStream in = BadTermSheetTest.class.getResourceAsStream("/deals/example.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
