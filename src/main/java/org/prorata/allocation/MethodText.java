package org.prorata.allocation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the method page. */
@MessageBundle("method")
public interface MethodText {

    @Message("How every figure is computed")
    String title();

    @Message("Each figure on these pages can be checked with pencil and paper. Every slice opens into its own steps; this page tells the rules they follow.")
    String intro();

    @Message("Amounts and shares")
    String amounts();

    @Message("An amount is a whole number of the currency’s smallest units: cents, for dollars. Nothing is ever computed with rounded or approximate numbers. A share is one amount divided by another, kept as an exact fraction; the percentage is only how it is shown, with nine decimals.")
    String amountsWords();

    @Message("Positions")
    String positions();

    @Message("A lender’s position in a tranche on a day is the sum of its entries in the register up to the end of that day. That is the booked position. The projected one is less whatever principal is due by then and not booked, as if paid as scheduled; once its day has passed it is marked not confirmed. On one day transfers come first, then exchanges, then payments: who buys on a payment day is paid. Where principal was exchanged into shares, what falls due later is what the terms state but at most what is still outstanding, so that an exchange shortens the last instalments first; the terms do not say so, it is assumed.")
    String positionsWords();

    @Message("Interest of the deal")
    String interest();

    @Message("Interest is principal × rate × part of a year. The first day of a period counts and the last does not. A period is cut only where the outstanding principal or the rate changes, never at a transfer between lenders, so a transfer does not change what the borrower owes. The exact sum is rounded once, to the nearest cent, a half upwards. All interest is before any withholding tax.")
    String interestWords();

    @Message("Splitting a total")
    String splitting();

    @Message("Every total – principal, interest, a fee, warrants – is split by weights. For principal the weight is the position in the tranche just before the payment; for interest it is the position times the days it was held (or, where the terms of a deal give the interest of the running period to the holder on the payment date, the position just before the payment, and beside it until the day of an exchange what the lender exchanged into shares in the period; the total is the same); for a total that was entered, the positions in all tranches together; for warrants the position in their tranche on the day of issue.")
    String splittingWords();

    @Message("A lender’s exact part is total × own weight ÷ sum of all weights. It has a whole part and a remainder.")
    String stepExact();

    @Message("Each lender first gets the whole part. Together these leave a few cents over: fewer than there are lenders.")
    String stepFloor();

    @Message("The cents left go, one each, to the lenders with the largest remainder + carry. Equal ones are taken in the order of the register. Nobody gets more than one, and only who has a remainder can get one.")
    String stepUnits();

    @Message("So the slices add up to the total to the cent, and each is less than one cent from its exact part.")
    String stepSum();

    @Message("Carry")
    String carry();

    @Message("What rounding takes from a lender in one payment of an interest or fee term is remembered and counted in the next of the same term: carry = carry before + exact part − slice. Over the life of a loan nobody drifts away from the exact. Principal and warrants are split without carry; the payment that clears a tranche pays each position out exactly.")
    String carryWords();

    @Message("Warrants")
    String warrants();

    @Message("Warrants are whole. The issue is split by the positions in the tranche that the deal names, on the day of issue after its transfers. Unless the deal says that they are stapled to the loan, a later transfer moves none. Where they are stapled, who sells a part of its loan sells the same part of its warrants to its buyer: the seller’s own are split between what it keeps and what it sells, in whole warrants and without carry, and who sells out hands over all. What exercising costs is their number × the strike.")
    String warrantsWords();

    @Message("Days")
    String days();

    @Message("A payment belongs to its stated date. Where that is no business day, cash moves to the business day that the deal’s convention names; the interest period moves only if the deal says so. A payment is overdue only after its stated date.")
    String daysWords();

    @Message("What is not known")
    String unknown();

    @Message("A value that is not known stays unknown: it is not taken for zero and not guessed. Whatever depends on it says what it waits for, and a total without it says what it leaves out. Every value carries where it comes from.")
    String unknownWords();

    @Message("What does not change any more")
    String fixed();

    @Message("Once a payment is booked its slices are kept for ever. A correction does not rewrite them: it is entered beside them. Every page can be asked for any day (on) and for what the portal knew at any instant (known).")
    String fixedWords();

    @Message("A worked example: {name}")
    String example(String name);

    @Message("The first interest payment of the Rusoro loan, over six lenders made up for this page. Computed afresh as this page was opened.")
    String exampleWords();

    @Message("The total")
    String theTotal();

    @Message("Principal of the {name}")
    String principalOf(String name);

    @Message("Rate")
    String rate();

    @Message("a year")
    String aYear();

    @Message("Part of a year")
    String years();

    @Message("{code}, from {from} to {to}")
    String yearsNote(String code, String from, String to);

    @Message("Exact")
    String exact();

    @Message("{sign} {principal} × {percent} % × {years}")
    String exactNote(String sign, String principal, String percent, String years);

    @Message("Total, rounded once")
    String rounded();

    @Message("{units} cents")
    String inCents(String units);

    @Message("The split")
    String theSplit();

    @Message("{total} cents over positions that add up to {sum} cents; all columns but the first and the last in cents")
    String splitWords(String total, String sum);

    @Message("Lender")
    String lender();

    @Message("Position, {sign}")
    String position(String sign);

    @Message("Exact part")
    String exactPart();

    @Message("Rounded down")
    String floor();

    @Message("Remainder")
    String remainder();

    @Message("Rank")
    String rank();

    @Message("One more")
    String oneMore();

    @Message("Slice, {sign}")
    String slice(String sign);

    @Message("Sum")
    String sum();

    @Message("The parts rounded down add up to {floors} cents. {#if units == 1}One cent is{#else}{units} cents are{/if} left, and {#if units == 1}goes to the largest remainder{#else}go to the {units} largest remainders{/if}. This is the first payment of its term, so nothing is carried yet.")
    String left(String floors, int units);

    @Message("The exact parts as fractions")
    String fractions();
}
