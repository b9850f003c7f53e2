package org.prorata.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;
import org.prorata.calc.Frequency;
import org.prorata.deal.InterestOnTransfer;
import org.prorata.deal.Party;
import org.prorata.deal.Provenance;
import org.prorata.setup.Part.Group;
import org.prorata.setup.Part.Kind;
import org.prorata.setup.Part.Rows;
import org.prorata.setup.Part.Value;
import org.prorata.setup.Part.Words;

/** The term sheet as the form asks for it: which fields there are, in which order and in which step. What may stand in them is not said here. */
final class Shape {

    static final String OPENING = "opening";
    static final String LENDERS = "lenders";
    static final String TRANCHES = "tranches";
    static final String UNIT = "unit";
    static final String EACH = "each";
    static final String HELD = "held";
    static final String IN = "in-";
    static final String PERCENT = "percent";
    static final String AMOUNTS = "amounts";
    static final String BY_TRANCHE = "tranche";

    static final List<String> PROVENANCES = Arrays.stream(Provenance.values()).filter(each -> each != Provenance.UNKNOWN).map(Provenance::word).toList();
    private static final List<String> ALL_PROVENANCES = Arrays.stream(Provenance.values()).map(Provenance::word).toList();
    private static final List<String> YES_OR_NO = List.of("true", "false");

    private static final Value PROVENANCE = Value.oneOf("provenance", PROVENANCES, FieldText::provenanceWord, FieldText::provenance, FieldText::provenanceHint);

    private static final Group DEAL = group("deal", true, FieldText::deal, null, text("slug", FieldText::slug, FieldText::slugHint), text("title", FieldText::title, FieldText::titleHint).withSource(),
            text("currency", FieldText::currency, FieldText::currencyHint), text("zone", FieldText::zone, FieldText::zoneHint).withSource(), area("source", FieldText::source, FieldText::sourceHint),
            area("split-rule", FieldText::splitRule, FieldText::splitRuleHint).withSource().less());

    private static final Rows PARTIES = rows("parties", FieldText::addParty, FieldText::parties, FieldText::partiesHint,
            Value.oneOf("role", Party.ROLES, FieldText::roleWord, FieldText::role, FieldText::roleHint), text("name", FieldText::partyName, FieldText::partyNameHint).withSource().orUnknown(),
            text("formerly", FieldText::formerly, FieldText::formerlyHint).less());

    private static final List<Part> TRANCHE = List.of(text("id", FieldText::trancheId, FieldText::trancheIdHint), text("name", FieldText::trancheName, FieldText::trancheNameHint).withSource(),
            figure("principal", FieldText::principal, FieldText::principalHint).withSource());

    private static final Rows REPAYMENTS = rows("repayments", FieldText::addRepayment, FieldText::repayments, FieldText::repaymentsHint, date("due", FieldText::repaymentDue, FieldText::repaymentDueHint),
            figure("amount", FieldText::repaymentAmount, FieldText::repaymentAmountHint).withSource(), text("wording", FieldText::wording, FieldText::wordingHint).less());

    private static final Rows INTEREST = rows("interest", FieldText::addInterest, FieldText::interest, FieldText::interestHint, text("id", FieldText::termId, FieldText::termIdHint),
            text("name", FieldText::termName, FieldText::termNameHint).withSource(), tranche(FieldText::ofTranche, FieldText::ofTrancheHint),
            Value.oneOf("day-count", Arrays.stream(DayCount.values()).map(DayCount::code).toList(), (texts, word) -> word, FieldText::dayCount, FieldText::dayCountHint).withSource().orUnknown(),
            date("accrues-from", FieldText::accruesFrom, FieldText::accruesFromHint).withSource(), Value.of("dates", Kind.DATES, FieldText::dates, FieldText::datesHint).withSource(),
            rows("rates", FieldText::addRate, FieldText::rates, FieldText::ratesHint, date("from", FieldText::rateFrom, FieldText::rateFromHint),
                    figure("percent", FieldText::percent, FieldText::percentHint).withSource().orUnknown()));

    private static final Rows STATED = rows("stated", FieldText::addStated, FieldText::stated, FieldText::statedHint, text("id", FieldText::termId, FieldText::termIdHint),
            text("name", FieldText::termName, FieldText::termNameHint).withSource(), Value.oneOf("kind", List.of("interest", "fee"), FieldText::kindWord, FieldText::statedKind, FieldText::statedKindHint),
            rows("amounts", FieldText::addAmount, FieldText::statedAmounts, FieldText::statedAmountsHint, date("due", FieldText::repaymentDue, FieldText::repaymentDueHint),
                    figure("amount", FieldText::amount, FieldText::amountHint).withSource().orUnknown()));

    private static final Group DAYS = group("business-days", true, FieldText::businessDays, FieldText::businessDaysHint,
            Value.of("calendars", Kind.LIST, FieldText::calendars, FieldText::calendarsHint).withSource(), Value.of("own-holidays", Kind.LIST, FieldText::ownHolidays, FieldText::ownHolidaysHint).withSource(),
            Value.oneOf("convention", Arrays.stream(Convention.values()).map(Convention::code).toList(), FieldText::conventionWord, FieldText::convention, FieldText::conventionHint).withSource(),
            yesOrNo("interest-dates-adjusted", FieldText::interestAdjusted, FieldText::interestAdjustedHint).withSource());

    private static final Group EXCHANGE = group("exchange", false, FieldText::exchange, FieldText::exchangeHint, tranche(FieldText::exchangeTranche, FieldText::exchangeTrancheHint),
            text("currency", FieldText::exchangeCurrency, FieldText::exchangeCurrencyHint), area("adjustments", FieldText::adjustments, FieldText::adjustmentsHint).withSource().orUnknown(),
            rows("prices", FieldText::addPrice, FieldText::prices, FieldText::pricesHint, date("from", FieldText::priceFrom, FieldText::priceFromHint),
                    figure("price", FieldText::price, FieldText::priceHint).withSource().orUnknown()));

    private static final Group WARRANTS = group("warrants", false, FieldText::warrants, FieldText::warrantsHint, figure("count", FieldText::count, FieldText::countHint).withSource().orUnknown(),
            date("issued", FieldText::issued, FieldText::issuedHint).withSource(), tranche(FieldText::byTranche, FieldText::byTrancheHint), text("over", FieldText::over, FieldText::overHint).withSource().orUnknown(),
            text("strike-currency", FieldText::strikeCurrency, FieldText::strikeCurrencyHint), figure("strike", FieldText::strike, FieldText::strikeHint).withSource().orUnknown(),
            date("expires", FieldText::expires, FieldText::expiresHint).withSource().orUnknown(), text("expiry-time", FieldText::expiryTime, FieldText::expiryTimeHint).withSource().orUnknown(),
            text("expiry-zone", FieldText::expiryZone, FieldText::expiryZoneHint).withSource().orUnknown(), yesOrNo("stapled", FieldText::stapled, FieldText::stapledHint).withSource());

    private static final Group TRANSFERS = group("transfers", false, FieldText::transfers, FieldText::transfersHint, figure("minimum", FieldText::minimum, FieldText::minimumHint).withSource(),
            yesOrNo("whole-holdings", FieldText::wholeHoldings, FieldText::wholeHoldingsHint).withSource(),
            Value.oneOf("interest", Arrays.stream(InterestOnTransfer.values()).map(InterestOnTransfer::word).toList(), FieldText::transferInterestWord, FieldText::transferInterest,
                    FieldText::transferInterestHint).withSource());

    private static final Group STANDING = group("standing", false, FieldText::standing, FieldText::standingHint, area("status", FieldText::status, FieldText::statusHint).withSource().orUnknown(),
            date("sign-by", FieldText::signBy, FieldText::signByHint).withSource().orUnknown(), date("original-maturity", FieldText::originalMaturity, FieldText::originalMaturityHint).withSource().orUnknown(),
            rows("signatures", FieldText::addSignature, FieldText::signatures, FieldText::signaturesHint, text("id", FieldText::signatureId, FieldText::signatureIdHint),
                    text("party", FieldText::signatureParty, FieldText::signaturePartyHint), fact("signed", FieldText::signed, FieldText::signedHint)),
            rows("conditions", FieldText::addCondition, FieldText::conditions, FieldText::conditionsHint, text("id", FieldText::conditionId, FieldText::conditionIdHint),
                    area("text", FieldText::conditionText, FieldText::conditionTextHint).withSource(), fact("met", FieldText::met, FieldText::metHint)));

    private static final Rows REMARKS = rows("remarks", FieldText::addRemark, FieldText::remarks, FieldText::remarksHint, text("topic", FieldText::topic, FieldText::topicHint),
            area("text", FieldText::remarkText, FieldText::remarkTextHint),
            Value.oneOf("provenance", ALL_PROVENANCES, FieldText::provenanceWord, FieldText::remarkProvenance, FieldText::remarkProvenanceHint).less(),
            text("clause", FieldText::remarkClause, FieldText::remarkClauseHint).less());

    private static final Value LENDER_ID = text("id", FieldText::lenderId, FieldText::lenderIdHint);
    private static final Value LENDER_NAME = text("name", FieldText::lenderName, FieldText::lenderNameHint);
    private static final List<Part> LENDER = List.of(Value.of("published", Kind.TICK, FieldText::published, FieldText::publishedHint).less(), text("group", FieldText::group, FieldText::groupHint).less(),
            text("lei", FieldText::lei, FieldText::leiHint).less(),
            Value.oneOf("provenance", PROVENANCES, FieldText::provenanceWord, FieldText::lenderProvenance, FieldText::lenderProvenanceHint).less(),
            text("clause", FieldText::lenderClause, FieldText::lenderClauseHint).less(),
            new Rows("former-names", FieldText::addFormerName, true, new Words(FieldText::formerNames, FieldText::formerNamesHint),
                    List.of(text("name", FieldText::formerName, FieldText::formerNameHint), date("until", FieldText::until, FieldText::untilHint))),
            new Rows("contacts", FieldText::addContact, true, new Words(FieldText::contacts, FieldText::contactsHint), List.of(text("name", FieldText::contactName, FieldText::contactNameHint),
                    text("role", FieldText::contactRole, FieldText::contactRoleHint), text("email", FieldText::email, FieldText::emailHint), text("phone", FieldText::phone, FieldText::phoneHint))));

    private static final List<Part> OPENING_PARTS = List.of(date("on", FieldText::openingOn, FieldText::openingOnHint),
            Value.oneOf("provenance", PROVENANCES, FieldText::provenanceWord, FieldText::openingProvenance, FieldText::openingProvenanceHint), area("note", FieldText::openingNote, FieldText::openingNoteHint));

    /** The file's sections in its order; amounts of the opening register stand with the lenders. */
    static final List<Part> FILE = List.of(PROVENANCE, DEAL, PARTIES, list(TRANCHES, FieldText::addTranche, FieldText::tranches, FieldText::tranchesHint, with(TRANCHE, REPAYMENTS)), INTEREST, STATED,
            DAYS, EXCHANGE, WARRANTS, TRANSFERS, STANDING, REMARKS, list(LENDERS, FieldText::addLender, FieldText::lenders, FieldText::lendersHint, with(List.of(LENDER_ID, LENDER_NAME), LENDER)),
            new Group(OPENING, true, new Words(FieldText::opening, FieldText::openingHint), OPENING_PARTS));

    private Shape() {
    }

    /** What each step asks for; nothing in the last. */
    static List<Part> of(Step step) {
        return switch (step) {
            case DEAL -> List.of(new Group("", false, new Words(FieldText::wholeSheet, null), List.of(PROVENANCE)), DEAL, PARTIES);
            case TRANCHES -> List.of(list(TRANCHES, FieldText::addTranche, FieldText::tranches, FieldText::tranchesHint, TRANCHE));
            case LENDERS -> List.of(new Group(OPENING, true, new Words(FieldText::opening, FieldText::openingHint), with(List.of(
                            Value.oneOf(UNIT, List.of(AMOUNTS, PERCENT), FieldText::unitWord, FieldText::openingUnit, FieldText::openingUnitHint),
                            Value.oneOf(EACH, List.of("total", BY_TRANCHE), FieldText::eachWord, FieldText::openingEach, FieldText::openingEachHint)), OPENING_PARTS)),
                    list(LENDERS, FieldText::addLender, FieldText::lenders, FieldText::lendersHint,
                            with(List.of(LENDER_ID, LENDER_NAME, figure(HELD, FieldText::held, FieldText::heldHint)), LENDER)));
            case DAYS -> List.of(DAYS);
            case PRINCIPAL -> List.of(new Rows(TRANCHES, null, false, new Words(FieldText::inEachTranche, null), List.of(REPAYMENTS)));
            case INTEREST -> List.of(INTEREST, STATED);
            case WARRANTS -> List.of(WARRANTS, EXCHANGE);
            case STANDING -> List.of(STANDING, TRANSFERS, REMARKS);
            case CHECK -> List.of();
        };
    }

    /** Whether a field only says how others are typed, and stands in no file: it has one answer always. */
    static boolean ofFormAlone(String path) {
        return path.equals(OPENING + "." + UNIT) || path.equals(OPENING + "." + EACH);
    }

    private static List<Part> with(List<? extends Part> parts, List<? extends Part> more) {
        return Stream.<Part>concat(parts.stream(), more.stream()).toList();
    }

    private static List<Part> with(List<? extends Part> parts, Part more) {
        return with(parts, List.of(more));
    }

    private static Rows list(String name, Function<FieldText, String> add, Function<FieldText, String> label, Function<FieldText, String> hint, List<Part> parts) {
        return new Rows(name, add, false, new Words(label, hint), parts);
    }

    private static Rows rows(String name, Function<FieldText, String> add, Function<FieldText, String> label, Function<FieldText, String> hint, Part... parts) {
        return list(name, add, label, hint, List.of(parts));
    }

    private static Group group(String name, boolean needed, Function<FieldText, String> label, Function<FieldText, String> hint, Part... parts) {
        return new Group(name, needed, new Words(label, hint), List.of(parts));
    }

    private static Group fact(String name, Function<FieldText, String> label, Function<FieldText, String> hint) {
        return group(name, false, label, hint, date("on", FieldText::factOn, FieldText::factOnHint), text("reference", FieldText::factReference, FieldText::factReferenceHint),
                text("recorded-by", FieldText::recordedBy, FieldText::recordedByHint), text("approved-by", FieldText::approvedBy, FieldText::approvedByHint));
    }

    private static Value text(String name, Function<FieldText, String> label, Function<FieldText, String> hint) {
        return Value.of(name, Kind.TEXT, label, hint);
    }

    private static Value area(String name, Function<FieldText, String> label, Function<FieldText, String> hint) {
        return Value.of(name, Kind.AREA, label, hint);
    }

    private static Value date(String name, Function<FieldText, String> label, Function<FieldText, String> hint) {
        return Value.of(name, Kind.DATE, label, hint);
    }

    private static Value figure(String name, Function<FieldText, String> label, Function<FieldText, String> hint) {
        return Value.of(name, Kind.FIGURE, label, hint);
    }

    private static Value tranche(Function<FieldText, String> label, Function<FieldText, String> hint) {
        return Value.of("tranche", Kind.TRANCHE, label, hint);
    }

    private static Value yesOrNo(String name, Function<FieldText, String> label, Function<FieldText, String> hint) {
        BiFunction<FieldText, String, String> word = FieldText::yesOrNo;
        return Value.oneOf(name, YES_OR_NO, word, label, hint);
    }

    /** The frequencies that there are. */
    static List<String> frequencies() {
        return Arrays.stream(Frequency.values()).map(Frequency::code).toList();
    }

    /** The part of a step at a path, its indexes left out; empty where there is none. */
    static Optional<Part> find(List<Part> parts, List<String> path) {
        for (Part part : parts) {
            if (part.name().isEmpty()) {
                Optional<Part> inside = find(((Group) part).parts(), path);
                if (inside.isPresent()) {
                    return inside;
                }
            } else if (part.name().equals(path.get(0))) {
                List<String> rest = path.subList(1, path.size());
                return rest.isEmpty() ? Optional.of(part) : part instanceof Group group ? find(group.parts(), rest) : part instanceof Rows rows ? find(rows.parts(), rest) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
