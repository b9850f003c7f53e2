package org.prorata.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What each field of the form is called, and one line saying what it is. */
@MessageBundle("setupfield")
public interface FieldText {

    // words of fields that choose

    @Message("{#switch word}{#case 'monthly'}Monthly{#case 'quarterly'}Quarterly{#case 'half-yearly'}Half-yearly{#case}Yearly{/switch}")
    String everyWord(String word);

    @Message("{#switch word}{#case 'amounts'}Amounts{#case}Percentages{/switch}")
    String unitWord(String word);

    @Message("{#switch word}{#case 'total'}One position of all tranches{#case}A position in each tranche{/switch}")
    String eachWord(String word);

    @Message("{#switch word}{#case 'borrower'}Borrower{#case 'issuer'}Issuer of the shares{#case 'guarantor'}Guarantor{#case 'agent'}Agent{#case}Arranger{/switch}")
    String roleWord(String word);

    @Message("{#switch word}{#case 'none'}the stated day, business day or not{#case 'following'}the next business day{#case 'modified-following'}the next business day, but the one before where the next lies in another month{#case}the business day before{/switch}")
    String conventionWord(String word);

    @Message("{#switch word}{#case 'true'}Yes{#case}No{/switch}")
    String yesOrNo(String word);

    @Message("{#switch word}{#case 'fee'}Fee{#case}Interest{/switch}")
    String kindWord(String word);

    @Message("{#switch word}{#case 'holder'}all to the holder on the payment date{#case}split at the effective date{/switch}")
    String transferInterestWord(String word);

    @Message("{#switch word}{#case 'published'}published: stands in the source{#case 'computed'}computed: follows from other values{#case 'assumed'}assumed: the source is silent{#case 'illustrative'}illustrative: made up{#case 'entered'}entered by the agent{#case}unknown{/switch}")
    String provenanceWord(String word);

    // fields

    @Message("The whole sheet")
    String wholeSheet();

    @Message("In each tranche")
    String inEachTranche();

    @Message("Where values come from")
    String provenance();

    @Message("Unless a field says otherwise, every value of this sheet comes from there.")
    String provenanceHint();

    @Message("The deal")
    String deal();

    @Message("Name in addresses")
    String slug();

    @Message("Small letters, digits and hyphens, such as harbour-2026. It never changes.")
    String slugHint();

    @Message("Title")
    String title();

    @Message("What people call the deal, such as Harbour term loan.")
    String titleHint();

    @Message("Currency")
    String currency();

    @Message("Its code of three letters, such as USD or CAD.")
    String currencyHint();

    @Message("Time zone")
    String zone();

    @Message("In whose dates the deal’s dates are, such as America/Vancouver.")
    String zoneHint();

    @Message("Source document")
    String source();

    @Message("What these terms are taken from, such as: facility agreement of 3 June 2026.")
    String sourceHint();

    @Message("How payments are split")
    String splitRule();

    @Message("In words; left empty it is the usual rule: by each lender’s position in the tranche just before the payment.")
    String splitRuleHint();

    @Message("Parties")
    String parties();

    @Message("Who is party to the deal other than as lender. The borrower has to be named.")
    String partiesHint();

    @Message("Add a party")
    String addParty();

    @Message("Role")
    String role();

    @Message("What it does in the deal.")
    String roleHint();

    @Message("Legal name")
    String partyName();

    @Message("As in the agreement, such as Harbour Holdings Ltd.")
    String partyNameHint();

    @Message("Former name")
    String formerly();

    @Message("Left empty where it had no other.")
    String formerlyHint();

    @Message("Tranches")
    String tranches();

    @Message("The parts of the loan that are repaid or bear interest by terms of their own.")
    String tranchesHint();

    @Message("Add a tranche")
    String addTranche();

    @Message("Short name")
    String trancheId();

    @Message("Small letters, digits and hyphens, such as term-a. Other fields name the tranche by it.")
    String trancheIdHint();

    @Message("Name")
    String trancheName();

    @Message("As the agreement calls it, such as Tranche A.")
    String trancheNameHint();

    @Message("Principal")
    String principal();

    @Message("Outstanding when the register opens, in the deal’s currency, such as 17,000,000.00.")
    String principalHint();

    @Message("Opening register")
    String opening();

    @Message("Who holds what when the portal begins. It adds up to the principal of the tranches.")
    String openingHint();

    @Message("Opening day")
    String openingOn();

    @Message("The register stands as at the end of this day: not after the first payment or the start of interest, such as 2026-06-09.")
    String openingOnHint();

    @Message("Where the positions come from")
    String openingProvenance();

    @Message("Illustrative means made up: pages say so until the real positions are entered.")
    String openingProvenanceHint();

    @Message("Note on the positions")
    String openingNote();

    @Message("Why these, and what they wait for.")
    String openingNoteHint();

    @Message("Positions are typed as")
    String openingUnit();

    @Message("Percentages are turned into amounts to the cent; they add up to exactly 100.")
    String openingUnitHint();

    @Message("For each lender")
    String openingEach();

    @Message("One total is spread over the tranches in their order. After a change of this, save to see the fields.")
    String openingEachHint();

    @Message("Lenders")
    String lenders();

    @Message("In the order of the register, which they keep for ever: cents left over go by it where all else is equal.")
    String lendersHint();

    @Message("Add a lender")
    String addLender();

    @Message("Short name")
    String lenderId();

    @Message("Small letters, digits and hyphens, such as north-fund.")
    String lenderIdHint();

    @Message("Legal name")
    String lenderName();

    @Message("As in the agreement, such as North Fund L.P.")
    String lenderNameHint();

    @Message("Opening position")
    String held();

    @Message("What it holds in all tranches together, such as 6,666,666.67.")
    String heldHint();

    @Message("Opening position in the tranche")
    String heldIn();

    @Message("What it holds there, such as 5,000,000.00; 0 or nothing where it holds none.")
    String heldInHint();

    @Message("Its name is published")
    String published();

    @Message("Ticked, the other lenders see its name.")
    String publishedHint();

    @Message("Group")
    String group();

    @Message("Lenders with one manager or owner have the same, such as Lansdowne.")
    String groupHint();

    @Message("Legal entity identifier (LEI)")
    String lei();

    @Message("20 letters and digits, the last two of which check the others.")
    String leiHint();

    @Message("Where this lender comes from")
    String lenderProvenance();

    @Message("If not from where the whole sheet does.")
    String lenderProvenanceHint();

    @Message("Clause naming the lender")
    String lenderClause();

    @Message("The place in the source, such as 2.1.")
    String lenderClauseHint();

    @Message("Former names")
    String formerNames();

    @Message("By which the lender was known.")
    String formerNamesHint();

    @Message("Add a former name")
    String addFormerName();

    @Message("Name it had")
    String formerName();

    @Message("As it was written then.")
    String formerNameHint();

    @Message("Last day of that name")
    String until();

    @Message("Such as 2008-12-31; left empty where it is not known.")
    String untilHint();

    @Message("Contacts")
    String contacts();

    @Message("Whom the agent writes to; no other lender sees them.")
    String contactsHint();

    @Message("Add a contact")
    String addContact();

    @Message("Contact’s name")
    String contactName();

    @Message("A person or desk, such as Loan operations.")
    String contactNameHint();

    @Message("What it is for")
    String contactRole();

    @Message("Such as payments.")
    String contactRoleHint();

    @Message("E-mail address")
    String email();

    @Message("Such as payments@example.com.")
    String emailHint();

    @Message("Telephone")
    String phone();

    @Message("Such as +1 604 555 0100.")
    String phoneHint();

    @Message("Business days")
    String businessDays();

    @Message("On which day cash is due where a stated date is no business day.")
    String businessDaysHint();

    @Message("Holiday calendars")
    String calendars();

    @Message("GBLO (London), USNY (New York), CATO (Toronto), with commas between; a day is a business day where it is one in all.")
    String calendarsHint();

    @Message("None: weekends only")
    String noCalendars();

    @Message("The deal’s own holidays")
    String ownHolidays();

    @Message("Dates with commas between, such as 2026-07-01, 2026-12-26.")
    String ownHolidaysHint();

    @Message("There are none")
    String noHolidays();

    @Message("Where a date is no business day, cash is due on")
    String convention();

    @Message("None leaves it on the stated day.")
    String conventionHint();

    @Message("Interest periods end on the adjusted date")
    String interestAdjusted();

    @Message("No: interest counts to the stated date, whenever the cash moves.")
    String interestAdjustedHint();

    @Message("Principal payments")
    String repayments();

    @Message("They add up to the principal of the tranche.")
    String repaymentsHint();

    @Message("Add a payment")
    String addRepayment();

    @Message("Due")
    String repaymentDue();

    @Message("The stated date, such as 2026-12-10.")
    String repaymentDueHint();

    @Message("Amount")
    String repaymentAmount();

    @Message("In the deal’s currency, such as 8,500,000.00.")
    String repaymentAmountHint();

    @Message("The source’s words for the date")
    String wording();

    @Message("Such as: by no later than 10 December 2026. Left empty where there are none.")
    String wordingHint();

    @Message("Computed interest")
    String interest();

    @Message("Terms by which the portal computes interest of a tranche.")
    String interestHint();

    @Message("Add an interest term")
    String addInterest();

    @Message("Short name")
    String termId();

    @Message("Small letters, digits and hyphens, such as interest-a; no two terms have the same.")
    String termIdHint();

    @Message("Name")
    String termName();

    @Message("As lenders shall read it, such as Interest on Tranche A.")
    String termNameHint();

    @Message("On the tranche")
    String ofTranche();

    @Message("Whose outstanding principal bears it.")
    String ofTrancheHint();

    @Message("Day count")
    String dayCount();

    @Message("How days become a part of a year.")
    String dayCountHint();

    @Message("Accrues from")
    String accruesFrom();

    @Message("The first day that counts, such as 2026-06-10.")
    String accruesFromHint();

    @Message("Rates")
    String rates();

    @Message("Each from its date on; the first is in force when interest starts.")
    String ratesHint();

    @Message("Add a rate")
    String addRate();

    @Message("From")
    String rateFrom();

    @Message("The first day of the rate, such as 2026-06-10.")
    String rateFromHint();

    @Message("Percent a year")
    String percent();

    @Message("Without the sign, such as 7.25.")
    String percentHint();

    @Message("Interest dates")
    String dates();

    @Message("Either how often and until when, or each date.")
    String datesHint();

    @Message("Paid")
    String every();

    @Message("Counted from the day interest starts.")
    String everyHint();

    @Message("Until")
    String untilDate();

    @Message("The last date, such as 2027-06-10.")
    String untilDateHint();

    @Message("Or on these dates")
    String listed();

    @Message("With commas between, such as 2026-09-10, 2026-12-10.")
    String listedHint();

    @Message("Stated interest and fees")
    String stated();

    @Message("Totals that the agreement states or that the agent will enter: they are not computed.")
    String statedHint();

    @Message("Add a stated term")
    String addStated();

    @Message("Kind")
    String statedKind();

    @Message("What lenders are paid it for.")
    String statedKindHint();

    @Message("Amounts")
    String statedAmounts();

    @Message("Each with the date on which it is due.")
    String statedAmountsHint();

    @Message("Add an amount")
    String addAmount();

    @Message("Amount")
    String amount();

    @Message("In the deal’s currency; tick it as not known yet where it is.")
    String amountHint();

    @Message("Warrants")
    String warrants();

    @Message("Left empty where none are issued.")
    String warrantsHint();

    @Message("Number of warrants")
    String count();

    @Message("Whole, such as 30,000,000.")
    String countHint();

    @Message("Issued on")
    String issued();

    @Message("The positions of that day decide who gets them, such as 2026-06-10.")
    String issuedHint();

    @Message("By the positions in")
    String byTranche();

    @Message("The tranche by which they are shared out.")
    String byTrancheHint();

    @Message("Currency of the strike")
    String strikeCurrency();

    @Message("Its code, such as CAD.")
    String strikeCurrencyHint();

    @Message("Strike")
    String strike();

    @Message("What one share costs then, such as 0.39.")
    String strikeHint();

    @Message("Expire on")
    String expires();

    @Message("The last day, such as 2028-01-10.")
    String expiresHint();

    @Message("At")
    String expiryTime();

    @Message("The time of that day, such as 17:00.")
    String expiryTimeHint();

    @Message("In the zone")
    String expiryZone();

    @Message("Such as America/Vancouver.")
    String expiryZoneHint();

    @Message("They move with the loan")
    String stapled();

    @Message("Yes: who buys a part of the loan gets that part of the warrants.")
    String stapledHint();

    @Message("One warrant buys")
    String over();

    @Message("In words, such as one common share of Harbour Ltd.")
    String overHint();

    @Message("Exchange into shares")
    String exchange();

    @Message("Left empty where no principal can be exchanged.")
    String exchangeHint();

    @Message("Of the tranche")
    String exchangeTranche();

    @Message("Whose principal can be exchanged.")
    String exchangeTrancheHint();

    @Message("Currency of the price")
    String exchangeCurrency();

    @Message("Its code, such as CAD.")
    String exchangeCurrencyHint();

    @Message("Exchange prices")
    String prices();

    @Message("Only the first may have no date: it was the price before the next one.")
    String pricesHint();

    @Message("Add a price")
    String addPrice();

    @Message("From")
    String priceFrom();

    @Message("The first day of the price, such as 2026-06-10.")
    String priceFromHint();

    @Message("Price of one share")
    String price();

    @Message("Such as 0.39.")
    String priceHint();

    @Message("What may move the price")
    String adjustments();

    @Message("In words; left empty where the source says nothing.")
    String adjustmentsHint();

    @Message("Transfers between lenders")
    String transfers();

    @Message("Left empty it is the usual: no least amount, interest split at the effective date.")
    String transfersHint();

    @Message("Least amount")
    String minimum();

    @Message("Such as 1,000,000.00, or the word none.")
    String minimumHint();

    @Message("A whole position may be less")
    String wholeHoldings();

    @Message("Whether all that a lender holds may be sold, be it below the least amount.")
    String wholeHoldingsHint();

    @Message("Interest of the running period")
    String transferInterest();

    @Message("Who is paid it after a transfer.")
    String transferInterestHint();

    @Message("Status of the deal")
    String standing();

    @Message("Left empty where nothing is to be waited for.")
    String standingHint();

    @Message("Status in words")
    String status();

    @Message("Such as: term sheet, not binding.")
    String statusHint();

    @Message("To be signed by")
    String signBy();

    @Message("Unsigned by the end of that day, the terms lapse. Such as 2026-06-10.")
    String signByHint();

    @Message("Maturity before these terms")
    String originalMaturity();

    @Message("Of the loan that they replace, such as 2026-06-10.")
    String originalMaturityHint();

    @Message("Signatures")
    String signatures();

    @Message("Who has to sign.")
    String signaturesHint();

    @Message("Add a signature")
    String addSignature();

    @Message("Short name")
    String signatureId();

    @Message("Small letters, digits and hyphens, such as borrower.")
    String signatureIdHint();

    @Message("Who signs")
    String signatureParty();

    @Message("As in the agreement.")
    String signaturePartyHint();

    @Message("Signed")
    String signed();

    @Message("Left empty where it has not happened.")
    String signedHint();

    @Message("Conditions to be met")
    String conditions();

    @Message("What has to happen before the terms take effect.")
    String conditionsHint();

    @Message("Add a condition")
    String addCondition();

    @Message("Short name")
    String conditionId();

    @Message("Small letters, digits and hyphens, such as exchange-acceptance.")
    String conditionIdHint();

    @Message("What has to happen")
    String conditionText();

    @Message("In words, such as: the exchange accepts the filing.")
    String conditionTextHint();

    @Message("Met")
    String met();

    @Message("Left empty where it has not happened.")
    String metHint();

    @Message("On")
    String factOn();

    @Message("The day it happened, such as 2026-06-10.")
    String factOnHint();

    @Message("Reference")
    String factReference();

    @Message("By which it is found again.")
    String factReferenceHint();

    @Message("Recorded by")
    String recordedBy();

    @Message("Who entered it, where it was recorded elsewhere.")
    String recordedByHint();

    @Message("Approved by")
    String approvedBy();

    @Message("And who approved it.")
    String approvedByHint();

    @Message("Remarks")
    String remarks();

    @Message("What readers of the terms should know, each under a topic.")
    String remarksHint();

    @Message("Add a remark")
    String addRemark();

    @Message("Topic")
    String topic();

    @Message("In a word or two, such as Withholding tax.")
    String topicHint();

    @Message("Remark")
    String remarkText();

    @Message("In words.")
    String remarkTextHint();

    @Message("Where the remark comes from")
    String remarkProvenance();

    @Message("If not from where the whole sheet does.")
    String remarkProvenanceHint();

    @Message("Clause behind the remark")
    String remarkClause();

    @Message("The place in the source, such as 2.1.")
    String remarkClauseHint();
}
