package org.prorata.deal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;
import org.prorata.calc.Fraction;
import org.prorata.calc.Frequency;
import org.prorata.calc.Split;

/** Deals for tests: the real one, and any number of made-up ones, the same for the same seed. */
public final class SampleDeals {

    private static final List<String> ZONES = List.of("America/Vancouver", "Europe/London", "Asia/Tokyo", "Asia/Kuwait", "UTC");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "CAD", "JPY", "KWD", "CLF");
    private static final List<String> WORDS = List.of("Plain words", "a: colon", "a # hash", "\"quotes\" and \\", "Zoë & Søn, Ltd. 株式会社",
            "- hyphen", "unknown", "null", "~", "{braces} [brackets]", "it's", "100%", "*star &and !bang", "=1+1", "ends with colon:", "😀");

    private final Random random;

    private SampleDeals(long seed) {
        random = new Random(seed);
    }

    public static DealFile rusoro() {
        return TermSheetReader.read(rusoroText());
    }

    public static byte[] rusoroText() {
        try (InputStream in = SampleDeals.class.getResourceAsStream("/deals/rusoro-2010.yaml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A valid deal of up to 12 lenders and 4 tranches, with all that the format can hold drawn by chance. */
    public static DealFile random(long seed) {
        return random(seed, 1 + new Random(seed * 31 + 7).nextInt(12));
    }

    public static DealFile random(long seed, int lenders) {
        return new SampleDeals(seed).file("random-" + seed, lenders);
    }

    private DealFile file(String slug, int lenderCount) {
        LocalDate opens = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(12_000));
        Currency currency = Currency.getInstance(pick(CURRENCIES));
        List<Tranche> tranches = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            tranches.add(tranche("t" + (i + 1), opens));
        }
        List<InterestTerm> interest = new ArrayList<>();
        List<StatedTerm> stated = new ArrayList<>();
        for (Tranche each : tranches) {
            if (random.nextInt(4) > 0) {
                interest.add(interest("interest-" + each.id(), each, opens));
            }
        }
        if (random.nextBoolean()) {
            stated.add(stated("fee-" + random.nextInt(10), opens));
        }
        BusinessDayTerms days = new BusinessDayTerms(sourced(List.of(List.of("GBLO"), List.of("USNY", "CATO"), List.of("NONE"),
                List.<String>of(), List.of("GBLO", "USNY", "CATO")).get(random.nextInt(5))),
                sourced(random.nextBoolean() ? List.of() : List.of(opens.plusDays(40), opens.plusDays(41 + random.nextInt(300)))),
                sourced(pick(List.of(Convention.values()))), sourced(random.nextBoolean()));
        Terms terms = new Terms(slug, sourced(words()), currency, sourced(ZoneId.of(pick(ZONES))),
                List.of(new Party("borrower", maybe(words()), null), new Party("agent", sourced(words()), words())), tranches, interest, stated,
                days, random.nextBoolean() ? null : exchange(tranches, opens), random.nextBoolean() ? null : warrants(tranches, opens),
                transfers(), random.nextBoolean() ? Standing.NOTHING_TO_WAIT_FOR : standing(opens), sourced(words()),
                random.nextBoolean() ? List.of() : List.of(new Remark(words(), words() + "\n" + words(), provenance(), null)),
                random.nextBoolean() ? null : words());
        List<LenderLine> lenders = new ArrayList<>();
        for (int i = 0; i < lenderCount; i++) {
            LenderDetails details = new LenderDetails(words() + " " + (i + 1), random.nextBoolean() ? null : lei(), random.nextInt(3) > 0 ? null : words(),
                    random.nextBoolean(), random.nextBoolean() ? List.of() : List.of(new FormerName(words() + " once", LocalDate.of(2010, 1, 1).minusDays(random.nextInt(9000))),
                    new FormerName(words(), null)), random.nextInt(3) > 0 ? List.of() : List.of(new Contact(words(), null, "desk+1@fund.example", null),
                    new Contact(words(), words(), null, "+1 (604) 555-0100")));
            lenders.add(new LenderLine("l" + (i + 1), details, provenance(), random.nextBoolean() ? null : "1"));
        }
        OpeningRegister opening = opening(terms, lenders, opens);
        return new DealFile(terms, lenders, opening, movements(terms, opening), paid(terms, lenders, opens));
    }

    private String lei() {
        String first = random.ints(18, 0, 36).mapToObj(value -> String.valueOf(Character.forDigit(value, 36))).collect(Collectors.joining()).toUpperCase(Locale.ROOT);
        return first + Lei.checkDigits(first);
    }

    private Tranche tranche(String id, LocalDate opens) {
        List<Instalment> repayments = new ArrayList<>();
        BigInteger principal = BigInteger.ZERO;
        LocalDate due = opens.plusDays(30L + random.nextInt(100));
        for (int i = 0; i < (random.nextBoolean() ? 1 : 1 + random.nextInt(24)); i++) {
            BigInteger amount = BigInteger.valueOf(1 + random.nextLong(5_000_000_000_00L));
            principal = principal.add(amount);
            repayments.add(new Instalment(due, sourced(amount), random.nextInt(4) > 0 ? null : "by no later than"));
            due = due.plusDays(1L + random.nextInt(200));
        }
        return new Tranche(id, sourced(words()), sourced(principal), repayments);
    }

    private InterestTerm interest(String id, Tranche tranche, LocalDate opens) {
        LocalDate from = opens.plusDays(random.nextInt(20));
        LocalDate until = from.plusDays(20L + random.nextInt(2_000));
        List<RateStep> rates = new ArrayList<>(List.of(new RateStep(from.minusDays(random.nextInt(3)), maybe(percent()))));
        if (random.nextBoolean()) {
            rates.add(new RateStep(from.plusDays(1L + random.nextInt(300)), sourced(percent())));
        }
        Dates dates = random.nextInt(3) > 0 ? Dates.every(pick(List.of(Frequency.values())), until)
                : Dates.listed(List.of(from.plusDays(15L), from.plusDays(40L), until.plusDays(60)));
        return new InterestTerm(id, sourced(words()), tranche.id(), maybe(pick(List.of(DayCount.values()))), sourced(from), rates, sourced(dates));
    }

    private StatedTerm stated(String id, LocalDate opens) {
        return new StatedTerm(id, sourced(words()), random.nextBoolean() ? ComponentKind.FEE : ComponentKind.INTEREST,
                List.of(new StatedAmount(opens.plusDays(random.nextInt(30)), maybe(BigInteger.valueOf(random.nextInt(100_000)))),
                        new StatedAmount(opens.plusDays(50), sourced(BigInteger.ZERO))));
    }

    private ExchangeTerms exchange(List<Tranche> tranches, LocalDate opens) {
        List<PriceStep> prices = new ArrayList<>();
        if (random.nextBoolean()) {
            prices.add(new PriceStep(null, maybe(new BigDecimal("1.07"))));
        }
        prices.add(new PriceStep(opens.plusDays(3), maybe(new BigDecimal("0.390"))));
        return new ExchangeTerms(pick(tranches).id(), Currency.getInstance("CAD"), prices, random.nextBoolean() ? null : maybe(words()));
    }

    private WarrantTerms warrants(List<Tranche> tranches, LocalDate opens) {
        return new WarrantTerms(maybe(BigInteger.valueOf(random.nextInt(100_000_000))), sourced(opens.plusDays(random.nextInt(20))),
                pick(tranches).id(), Currency.getInstance(pick(CURRENCIES)), maybe(new BigDecimal("0.39")), maybe(opens.plusDays(500)),
                maybe(LocalTime.of(random.nextInt(24), random.nextInt(60))), maybe(ZoneId.of(pick(ZONES))), sourced(random.nextBoolean()),
                maybe(words()));
    }

    private TransferTerms transfers() {
        return random.nextBoolean() ? TransferTerms.USUAL : new TransferTerms(sourced(BigInteger.valueOf(random.nextInt(3) * 50_000L)), sourced(random.nextBoolean()),
                sourced(pick(List.of(InterestOnTransfer.values()))));
    }

    private Standing standing(LocalDate opens) {
        return new Standing(random.nextBoolean() ? null : maybe(words()), random.nextBoolean() ? null : maybe(opens.plusDays(5)),
                random.nextBoolean() ? null : sourced(opens),
                random.nextBoolean() ? List.of() : List.of(new Signature("s1", words(), null), new Signature("s2", words(), fact(opens))),
                random.nextBoolean() ? List.of() : List.of(new Condition("c1", sourced(words()), fact(opens)), new Condition("c2", sourced(words()), null)));
    }

    private Fact fact(LocalDate opens) {
        return new Fact(opens.plusDays(2), random.nextBoolean() ? null : words(), random.nextBoolean() ? null : "Ann", null);
    }

    private OpeningRegister opening(Terms terms, List<LenderLine> lenders, LocalDate on) {
        boolean byTranche = random.nextBoolean();
        List<OpeningLine> lines = new ArrayList<>();
        BigInteger[] weights = lenders.stream().map(l -> BigInteger.valueOf(random.nextInt(1_000))).toArray(BigInteger[]::new);
        weights[0] = weights[0].add(BigInteger.ONE);
        BigInteger[] totals = Split.withoutCarry(terms.totalPrincipal(), weights).slices();
        List<BigInteger[]> slices = terms.tranches().stream().map(t -> Split.withoutCarry(t.principal().value(), weights).slices()).toList();
        for (int i = 0; i < lenders.size(); i++) {
            Map<String, BigInteger> amounts = new LinkedHashMap<>();
            for (int t = 0; t < slices.size(); t++) {
                amounts.put(terms.tranches().get(t).id(), slices.get(t)[i]);
            }
            lines.add(byTranche ? new OpeningLine(lenders.get(i).id(), null, amounts) : new OpeningLine(lenders.get(i).id(), totals[i], null));
        }
        return new OpeningRegister(on, provenance(), random.nextBoolean() ? null : words(), byTranche, lines);
    }

    /** Now and then the first lender sells all of the first tranche to the last. */
    private List<Movement> movements(Terms terms, OpeningRegister opening) {
        OpeningLine seller = opening.lines().get(0);
        String tranche = terms.tranches().get(0).id();
        if (!opening.byTranche() || opening.lines().size() == 1 || random.nextBoolean() || seller.byTranche().get(tranche).signum() == 0) {
            return List.of();
        }
        BigInteger amount = seller.byTranche().get(tranche);
        LocalDate on = opening.on().plusDays(random.nextInt(10));
        return List.of(new Movement(on, seller.lender(), tranche, amount.negate(), Movement.TRANSFER, words()),
                new Movement(on, opening.lines().get(opening.lines().size() - 1).lender(), tranche, amount, Movement.TRANSFER, null));
    }

    /** The stated term's amount that is nil is paid. */
    private List<PaidPayment> paid(Terms terms, List<LenderLine> lenders, LocalDate opens) {
        if (terms.stated().isEmpty() || random.nextBoolean()) {
            return List.of();
        }
        List<PaidSlice> slices = lenders.stream().map(l -> new PaidSlice(l.id(), BigInteger.ZERO, Fraction.ZERO, null)).toList();
        return List.of(new PaidPayment(1 + random.nextInt(3), opens.plusDays(50),
                List.of(new PaidComponent(terms.stated().get(0).id(), BigInteger.ZERO, slices))));
    }

    private BigDecimal percent() {
        return BigDecimal.valueOf(random.nextInt(2_000), 2);
    }

    private Provenance provenance() {
        return pick(List.of(Provenance.PUBLISHED, Provenance.COMPUTED, Provenance.ASSUMED, Provenance.ILLUSTRATIVE, Provenance.ENTERED));
    }

    private <T> Sourced<T> sourced(T value) {
        return Sourced.of(value, provenance(), random.nextBoolean() ? null : "clause " + random.nextInt(20), random.nextBoolean() ? null : words());
    }

    private <T> Sourced<T> maybe(T value) {
        return random.nextInt(5) > 0 ? sourced(value) : Sourced.unknown(random.nextBoolean() ? null : "3", random.nextBoolean() ? null : words());
    }

    private String words() {
        return pick(WORDS);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
