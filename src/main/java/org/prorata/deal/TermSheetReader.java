package org.prorata.deal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * Reads a term-sheet file of the format {@value #FORMAT}. It either gives a deal in which every reference, sum and order of dates holds, or
 * throws {@link BadTermSheet} with everything that is wrong. A bare value has the file's own {@code provenance:} ({@code entered} where the
 * file names none); a value with a provenance, clause or note of its own is written as fields.
 */
public final class TermSheetReader {

    public static final String FORMAT = "prorata/term-sheet/1";

    static final Sourced<String> USUAL_SPLIT_RULE = Sourced.of(
            "Each lender's position in the tranche just before the payment", Provenance.ASSUMED, null, "The ordinary pro rata rule");

    private static final List<String> SECTIONS = List.of("format", "provenance", "deal", "parties", "tranches", "interest", "stated",
            "business-days", "exchange", "warrants", "transfers", "standing", "remarks", "lenders", "opening", "movements", "paid");
    private static final List<String> DEAL = List.of("slug", "title", "currency", "zone", "source", "split-rule");

    private final SheetReading reading = new SheetReading();

    private TermSheetReader() {
    }

    public static DealFile read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    public static DealFile read(byte[] file) {
        return new TermSheetReader().readWhole(SheetParser.parse(file));
    }

    private DealFile readWhole(SheetNode.Fields root) {
        SheetSection file = new SheetSection(reading, "", root, SECTIONS);
        file.value("format", SheetRule.ofText(text -> {
            if (!text.equals(FORMAT)) {
                throw new NotRight("This portal reads " + FORMAT);
            }
            return text;
        }));
        reading.provenance(file.valueOr(Provenance.ENTERED, "provenance", SheetRules.PROVENANCE.and(
                p -> p == Provenance.UNKNOWN ? "The provenance of bare values cannot be unknown" : null)));
        Terms terms = terms(file);
        List<LenderLine> lenders = RegisterSections.lenders(file);
        OpeningRegister opening = OpeningSection.read(file, terms);
        List<Movement> movements = RegisterSections.movements(file, opening);
        List<PaidPayment> paid = PaidSection.read(file, opening);
        if (reading.problems().none()) {
            PositionChecks.check(file, terms, opening, movements, paid);
        }
        reading.problems().throwIfAny();
        return new DealFile(terms, lenders, opening, movements, paid);
    }

    /** Null where anything is wrong: what follows can then only be checked by itself. */
    private Terms terms(SheetSection file) {
        SheetSection deal = file.requiredSection("deal", DEAL);
        String slug = null;
        Sourced<String> title = null;
        Sourced<ZoneId> zone = null;
        Sourced<String> splitRule = null;
        String source = null;
        if (deal != null && deal.isFields()) {
            slug = deal.value("slug", SheetRules.SLUG_RULE);
            title = deal.known("title", SheetRules.NAME);
            Currency currency = deal.value("currency", SheetRules.CURRENCY);
            if (currency != null) {
                reading.currency(currency);
            }
            zone = deal.known("zone", SheetRules.ZONE);
            splitRule = deal.knownOr(USUAL_SPLIT_RULE, "split-rule", SheetRules.TEXT);
            source = deal.valueOr(null, "source", SheetRules.TEXT);
        }
        List<Party> parties = PartiesSection.read(file);
        List<Tranche> tranches = TranchesSection.read(file);
        List<InterestTerm> interest = InterestSection.read(file);
        List<StatedTerm> stated = StatedSection.read(file);
        BusinessDayTerms businessDays = BusinessDaysSection.read(file);
        ExchangeTerms exchange = ExchangeSection.read(file);
        WarrantTerms warrants = WarrantsSection.read(file);
        TransferTerms transfers = TransfersSection.read(file);
        Standing standing = StandingSection.read(file);
        List<Remark> remarks = PartiesSection.remarks(file);
        if (!reading.problems().none()) {
            return null;
        }
        Terms terms = new Terms(slug, title, reading.currency(), zone, parties, tranches, interest, stated, businessDays, exchange, warrants,
                transfers, standing, splitRule, remarks, source);
        ScheduleChecks.check(file, terms);
        return terms;
    }

    /** What is said of a date that comes too early. */
    static String notBefore(LocalDate date, LocalDate first, String whatFirstIs) {
        return date.isBefore(first) ? "A date not before " + first + ", " + whatFirstIs : null;
    }
}
