package org.prorata.deal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of deals. */
@MessageBundle("deal")
public interface DealText {

    // words of the terms

    @Message("{#switch code}{#case 'indicative'}Indicative{#case 'definitive'}Definitive{#case 'effective'}Effective{#case}Lapsed{/switch}")
    String stage(String code);

    @Message("{#switch code}{#case 'indicative'}open{#case 'definitive'}due{#case 'effective'}paid{#case}rejected{/switch}")
    String stageBadge(String code);

    @Message("{#switch code}{#case 'indicative'}A term sheet: not all have signed. Payments and warrants are to be.{#case 'definitive'}All have signed; a condition is open. Payments and warrants are to be.{#case 'effective'}All have signed and every condition is met.{#case}Not all had signed by the last day to sign: the terms of before stand, and no warrants are issued.{/switch}")
    String stageMeaning(String code);

    @Message("{#switch role}{#case 'borrower'}Borrower{#case 'issuer'}Issuer of the shares{#case 'guarantor'}Guarantor{#case 'agent'}Agent{#case}Arranger{/switch}")
    String role(String role);

    @Message("{#switch code}{#case 'none'}the stated day, business day or not{#case 'following'}the next business day{#case 'modified-following'}the next business day, but the one before where the next lies in another month{#case}the business day before{/switch}")
    String convention(String code);

    @Message("{#switch code}{#case 'true'}Yes{#case}No{/switch}")
    String yesOrNo(String code);

    @Message("{#switch code}{#case 'monthly'}Monthly{#case 'quarterly'}Quarterly{#case 'half-yearly'}Half-yearly{#case}Yearly{/switch} until {until}")
    String every(String code, String until);

    @Message("{#switch kind}{#case 'fee'}Fee{#case}Interest{/switch}")
    String kind(String kind);

    @Message("{#switch code}{#case 'holder'}all to the holder on the payment date{#case}split at the effective date{/switch}")
    String transferInterest(String code);

    // the list

    @Message("Deals")
    String deals();

    @Message("Borrower")
    String borrower();

    @Message("Principal")
    String principal();

    @Message("Status")
    String status();

    @Message("Import a term sheet")
    String importTitle();

    @Message("Set up a deal in a form")
    String setupLink();

    @Message("Never wrote such a file? Set the deal up in a form instead: it makes the file.")
    String setupInstead();

    @Message("Edit it in the form")
    String editInForm();

    @Message("How the file is written")
    String formatLink();

    // the terms

    @Message("Terms")
    String terms();

    @Message("Source: {source}")
    String source(String source);

    @Message("Status on {day}")
    String statusOn(String day);

    @Message("Download the term sheet")
    String download();

    @Message("Confirm or change a term")
    String proposeTerm();

    @Message("Record signatures and conditions")
    String proposeStanding();

    @Message("The lenders’ shares of this deal are illustrative: they are made up for the demonstration and must be replaced before real use.")
    String illustrative();

    @Message("Parties")
    String parties();

    @Message("formerly {name}")
    String formerly(String name);

    @Message("Principal payments")
    String repayments();

    @Message("Tranche")
    String tranche();

    @Message("Due")
    String due();

    @Message("Amount")
    String amount();

    @Message("In the words of the source")
    String wording();

    @Message("Total")
    String total();

    @Message("Interest")
    String interest();

    @Message("Term")
    String term();

    @Message("A year")
    String rate();

    @Message("from {day}")
    String from(String day);

    @Message("Day count")
    String dayCount();

    @Message("Accrues from")
    String accruesFrom();

    @Message("Paid")
    String paid();

    @Message("Every interest figure is before any withholding tax.")
    String beforeTax();

    @Message("Totals that are entered, not computed")
    String stated();

    @Message("Kind")
    String kindTitle();

    @Message("Dates and the split")
    String dates();

    @Message("Business days")
    String calendars();

    @Message("The deal’s own holidays")
    String ownHolidays();

    @Message("none")
    String noHolidays();

    @Message("A date that is no business day moves to")
    String conventionTitle();

    @Message("Interest periods end on the moved date")
    String adjusted();

    @Message("Dates are those of")
    String zone();

    @Message("Payments are split by")
    String splitRule();

    @Message("Exchange price")
    String exchange();

    @Message("Principal that can be exchanged")
    String exchangeTranche();

    @Message("before {day}")
    String before(String day);

    @Message("from the start")
    String atFirst();

    @Message("in force on the day shown")
    String now();

    @Message("Adjustments")
    String adjustments();

    @Message("Warrants")
    String warrants();

    @Message("Number")
    String count();

    @Message("One warrant buys")
    String over();

    @Message("Exercise price")
    String strike();

    @Message("Issued")
    String issued();

    @Message("Allocated by the positions in")
    String allocatedBy();

    @Message("Exercisable until")
    String expires();

    @Message("Time of expiry")
    String expiryTime();

    @Message("Zone of that time")
    String expiryZone();

    @Message("Move with later transfers of principal")
    String stapled();

    @Message("Transfers between lenders")
    String transfers();

    @Message("Least amount")
    String transferMinimum();

    @Message("none")
    String noMinimum();

    @Message("A whole holding may be below it")
    String wholeHoldings();

    @Message("Interest of the running period")
    String transferInterestTitle();

    @Message("Status and conditions")
    String standing();

    @Message("Last day to sign")
    String signBy();

    @Message("Original maturity")
    String originalMaturity();

    @Message("Signatures")
    String signatures();

    @Message("Conditions")
    String conditions();

    @Message("not signed")
    String notSigned();

    @Message("not met")
    String notMet();

    @Message("on {day}")
    String doneOn(String day);

    @Message("recorded by {name}")
    String recordedBy(String name);

    @Message("approved by {name}")
    String approvedBy(String name);

    @Message("Assumed")
    String assumptions();

    @Message("Not known")
    String unknowns();

    @Message("To know")
    String otherRemarks();

    // import

    @Message("A term sheet is a text file that you can read and write yourself. It is taken whole or not at all.")
    String importWords();

    @Message("File")
    String file();

    @Message("Or its text")
    String pasted();

    @Message("A file, where one is chosen, goes before the text.")
    String pastedHint();

    @Message("Import")
    String importButton();

    @Message("Choose a file, or paste its text")
    String nothingSent();

    @Message("Nothing was imported. {#if n == 1}One thing is{#else}{n} things are{/if} wrong:")
    String wrong(int n);

    @Message("Line")
    String line();

    @Message("Field")
    String field();

    @Message("Found")
    String found();

    @Message("What would be right")
    String right();

    @Message("The term sheet was not imported")
    String badTermSheet();

    // the format

    @Message("How a term sheet is written")
    String formatTitle();

    @Message("A deal comes into the portal, and leaves it, as a text file in YAML: names, colons, values, and indentation by blanks. The file begins with its format:")
    String formatWords();

    @Message("The order of the fields does not matter. A name that is not known is refused, with the likely one. Tags, anchors, aliases and merge keys are not part of the format. All that is wrong with a file is said at once, with its line.")
    String formatRules();

    @Message("Values")
    String formatValues();

    @Message("Amounts")
    String formatAmounts();

    @Message("in whole units of the currency with its decimals and no more: 17000000.00, or 17,000,000.00 where it stands alone on its line; a value with a comma needs quotation marks between braces or brackets")
    String formatAmountsWords();

    @Message("Dates")
    String formatDates();

    @Message("year, month, day: 2010-06-10, from 1900 to 2199")
    String formatDatesWords();

    @Message("Percentages and prices")
    String formatDecimals();

    @Message("plain decimals without a sign of percent: 10, 7.25, 0.39")
    String formatDecimalsWords();

    @Message("Unknown")
    String formatUnknown();

    @Message("the word unknown, without quotation marks. What a date, a tranche or a split rests on cannot be unknown: write what is assumed, and why")
    String formatUnknownWords();

    @Message("Provenance")
    String provenance();

    @Message("Frequency")
    String frequency();

    @Message("Convention")
    String conventionName();

    @Message("Interest at a transfer")
    String transferInterests();

    @Message("Roles of parties")
    String roles();

    @Message("Causes of movements")
    String causes();

    @Message("What must add up")
    String formatSums();

    @Message("The repayments of a tranche add up to its principal. The opening register adds up to the principal of all tranches, or of each; percentages add up to exactly 100 and become amounts by the largest remainders. Transfers add up to zero in each tranche on each day, and nobody ever holds less than nothing. The slices of what was paid add up to its total.")
    String formatSumsWords();

    @Message("An example")
    String formatExample();

    @Message("It imports as it stands.")
    String formatExampleWords();

    // proposals

    @Message("A proposal is made. It takes effect once another person of the agent has approved it.")
    String proposalWords();

    @Message("{#switch kind}{#case 'day-count'}Day count{#case 'accrues-from'}Accrues from{#case 'calendars'}Business days{#case 'own-holidays'}The deal’s own holidays{#case 'convention'}A date that is no business day moves to{#case 'interest-dates-adjusted'}Interest periods end on the moved date{#case 'expiry-time'}Time of expiry of the warrants{#case 'expiry-zone'}Zone of the time of expiry{#case 'transfer-minimum'}Least amount of a transfer{#case 'whole-holdings'}A whole holding may be below it{#case 'transfer-interest'}Interest of the running period at a transfer{#case}Warrants move with later transfers of principal{/switch}")
    String changeable(String kind);

    @Message("{#switch kind}{#case 'accrues-from'}The first day that counts, such as 2010-06-10. When the interest is due does not change.{#case 'calendars'}Any of {calendars}, with commas between them.{#case 'own-holidays'}Dates such as 2010-07-01, in order, with commas between them; empty for none.{#case 'expiry-time'}Of 24 hours, such as 17:00.{#case 'expiry-zone'}By its name, such as America/Vancouver.{#case 'transfer-minimum'}In the deal’s currency, such as 1,000,000.00; or none.{#case}Leave it as it is to confirm it.{/switch}")
    String changeableHint(String kind, String calendars);

    @Message("As it stands")
    String asItStands();

    @Message("Confirm or change")
    String choose();

    @Message("stands in the published terms")
    String notChangeable();

    @Message("Choose another term")
    String chooseAnother();

    @Message("Value")
    String value();

    @Message("Note to the term")
    String note();

    @Message("Where it stands or why it was chosen; shown with the term. May be left out.")
    String noteHint();

    @Message("Reason of this proposal")
    String reason();

    @Message("Reference")
    String reference();

    @Message("A letter’s number, a name of a file. May be left out.")
    String referenceHint();

    @Message("Propose")
    String propose();

    @Message("Give a date to each that has happened, as many as you like; leave the others empty. No date can be later than today. Another date for what is recorded corrects it.")
    String standingWords();

    @Message("Date")
    String date();

    @Message("{day} recorded{#if reference}, {reference}{/if}")
    String recorded(String day, String reference);

    @Message("take back")
    String takeBack();

    @Message("Take back: {what}")
    String takeBackOf(String what);

    @Message("Date: {what}")
    String dateOf(String what);

    @Message("Reference: {what}")
    String referenceOf(String what);
}
