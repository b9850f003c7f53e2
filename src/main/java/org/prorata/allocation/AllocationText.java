package org.prorata.allocation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.util.List;

/** The words of a lender's pages, of payments and of warrants. */
@MessageBundle("allocation")
public interface AllocationText {

    @Message("My allocation")
    String title();

    @Message("At the end of {day}. Amounts in {sign} unless another currency is named.")
    String intro(String day, String sign);

    @Message("Whose figures")
    String whose();

    @Message("All mine")
    String allMine();

    @Message("Dates of the deal")
    String dates();

    @Message("Download as CSV")
    String csv();

    @Message("XLSX")
    String xlsx();

    // warnings

    @Message("The shares are illustrative.")
    String illustrative();

    @Message("No lender’s real share was published. Every slice on this page is made up for demonstration until the agent has entered the real register and a second person has approved it.")
    String illustrativeMeans();

    @Message("This restructuring has lapsed: not all had signed by {day}.")
    String lapsed(String day);

    @Message("The original maturity of {day} stands, no warrants are issued. Principal is shown as booked; the payments below are not due under these terms.")
    String lapsedMeans(String day);

    @Message("No warrants are issued. Principal is shown as booked; the payments below are not due under these terms.")
    String lapsedMeansNoMaturity();

    @Message("A payment is overdue: its stated date has passed and nothing is booked.")
    String overdue();

    // key facts

    @Message("Next payment")
    String next();

    @Message("payment {number}, {#if cash == due}due {due}{#else}stated {due}, cash due {cash}{/if}")
    String nextWhen(int number, String due, String cash);

    @Message("Nothing is left to be paid.")
    String nothingNext();

    @Message("None under these terms")
    String noneNext();

    @Message("Principal, {#if lapsed}booked{#else}projected{/if}")
    String principalOf(boolean lapsed);

    @Message("These terms have lapsed; nothing of them is projected.")
    String nothingProjected();

    @Message("{amount} booked")
    String bookedAmount(String amount);

    @Message("Share of the {#if lapsed}booked{#else}projected{/if} principal")
    String shareOf(boolean lapsed);

    @Message("of {sign} {total}")
    String ofTotal(String sign, String total);

    @Message("nothing outstanding")
    String nothingOutstanding();

    @Message("Warrants")
    String warrants();

    @Message("{#if state == 'to be'}to be issued{#else}{state}{/if}; exercising all costs {sign} {cost}")
    String warrantsFact(String state, String sign, String cost);

    @Message("{#if state == 'to be'}to be issued{#else if state == 'lapsed'}none are issued{#else}{state}{/if}")
    String warrantState(String state);

    // principal

    @Message("At the end of {day}")
    String endOfDay(String day);

    @Message("Principal")
    String principal();

    @Message("Booked is what the register holds. {#if lapsed}These terms have lapsed; nothing of them is projected.{#else}Projected is as if paid as scheduled.{/if}")
    String principalWords(boolean lapsed);

    @Message("Tranche")
    String tranche();

    @Message("All tranches")
    String allTranches();

    @Message("Deal, booked")
    String dealBooked();

    @Message("Deal, projected")
    String dealProjected();

    @Message("Own, booked")
    String ownBooked();

    @Message("Own, projected")
    String ownProjected();

    @Message("Own share")
    String ownShare();

    @Message("as if paid as scheduled")
    String asIfPaid();

    @Message("of {#if lapsed}booked{#else}projected{/if}")
    String ofWhich(boolean lapsed);

    @Message("not confirmed")
    String notConfirmed();

    @Message("rests on a payment whose day has passed and that is not booked")
    String notConfirmedMeans();

    @Message("Principal by lender")
    String byLender();

    @Message("{#if lapsed}Booked{#else}Projected, as if paid as scheduled{/if}; the last columns add all tranches up")
    String byLenderWords(boolean lapsed);

    @Message("Lender")
    String lender();

    @Message("All, projected")
    String allProjected();

    @Message("All, booked")
    String allBooked();

    @Message("Sum of mine")
    String sumOfMine();

    // interest

    @Message("Interest accrued, not yet due")
    String accrued();

    @Message("To the end of {day}, first day counted, last not; before any withholding tax")
    String accruedWords(String day);

    @Message("Term")
    String term();

    @Message("Deal, accrued")
    String dealAccrued();

    @Message("Own, accrued")
    String ownAccrued();

    @Message("Deal, per day")
    String dealPerDay();

    @Message("Own, per day")
    String ownPerDay();

    @Message("Nothing accrues on this day.")
    String nothingAccrues();

    @Message("accrues from {day}")
    String accruesFrom(String day);

    @Message("{days} {#if days == 1}day{#else}days{/if} from {from}; due {due}")
    String accrualDays(int days, String from, String due);

    @Message("{value} % a year")
    String aYear(String value);

    @Message("rate not yet known")
    String rateUnknown();

    @Message("day count not yet known")
    String dayCountUnknown();

    // payments

    @Message("Payments")
    String payments();

    @Message("{#if own}Each amount of one’s own opens into the steps that lead to it. {/if}Interest is before any withholding tax.")
    String paymentsWords(boolean own);

    @Message("Payment and component")
    String paymentAndComponent();

    @Message("Payment {number}")
    String payment(int number);

    @Message("Deal")
    String deal();

    @Message("Own slice")
    String ownSlice();

    @Message("All mine")
    String mine();

    @Message("Status")
    String status();

    @Message("due {day}")
    String due(String day);

    @Message("due by no later than {day}")
    String dueNoLaterThan(String day);

    @Message("cash due {day}")
    String cashDue(String day);

    @Message("{day} is a {weekday}")
    String isWeekend(String day, String weekday);

    @Message("{day} is a holiday in {places}")
    String isHoliday(String day, String places);

    @Message("{convention} business day over {places}: {day}")
    String movedTo(String convention, String places, String day);

    @Message("{#for code in codes}{#if code_index > 0}{#if code_hasNext}, {#else} and {/if}{/if}{#switch code}{#case 'GBLO'}London{#case 'USNY'}New York{#case 'CATO'}Toronto{#case 'DEAL'}the deal’s own calendar{#case 'NONE'}weekends only{#case}{code}{/switch}{/for}{#if codes.isEmpty}weekends only{/if}")
    String places(List<String> codes);

    @Message("{#switch code}{#case 'preceding'}preceding{#case 'following'}following{#case 'modified-following'}following, in the same month,{#case}same{/switch}")
    String convention(String code);

    @Message("{#switch word}{#case 'paid'}paid{#case 'to be'}to come{#case 'due'}due{#case 'upcoming'}upcoming{#case 'not confirmed'}not confirmed{#case 'overdue'}overdue{#case 'as if paid'}as if paid{#case}lapsed{/switch}")
    String statusWord(String word);

    @Message("paid {day}")
    String paidOn(String day);

    @Message("without “{name}”, not yet known: {waits}")
    String leavesOutHere(String name, String waits);

    @Message("{#switch what}{#case 'amount'}waits for the agent to enter it{#case 'day count'}waits for the day count{#case 'rate'}waits for the rate{#case}waits for the number of warrants{/switch}")
    String waitsFor(String what);

    @Message("without “{name}” (payment {number}, {day}), not yet known: {waits}")
    String leavesOut(String name, int number, String day, String waits);

    @Message("Payment {number} in all")
    String paymentInAll(int number);

    @Message("All payments")
    String allPayments();

    @Message("All principal")
    String allPrincipal();

    @Message("All interest")
    String allInterest();

    @Message("All fees")
    String allFees();

    @Message("Why this figure: {name}")
    String whyTitle(String name);

    @Message("before any withholding tax")
    String beforeTax();

    // warrants, exchange

    @Message("Warrants")
    String warrantsTitle();

    @Message("Issue")
    String issue();

    @Message("Own warrants")
    String ownWarrants();

    @Message("Whole issue")
    String wholeIssue();

    @Message("Number")
    String number();

    @Message("Cost of exercising all")
    String exerciseCost();

    @Message("Issued on")
    String issuedOn();

    @Message("To be issued on")
    String toBeIssuedOn();

    @Message("By positions in")
    String byPositionsIn();

    @Message("Strike")
    String strike();

    @Message("{sign} {strike} for {over}")
    String strikeFor(String sign, String strike, String over);

    @Message("Exercisable until")
    String expiry();

    @Message("Transfers")
    String transfers();

    @Message("{#if stapled}Stapled: a transfer of principal takes its part of the warrants along.{#else}Detached: a later transfer of principal moves no warrants.{/if}")
    String stapled(boolean stapled);

    @Message("Split by positions in the {tranche} on {day}, after that day’s transfers.")
    String byPositionsOn(String tranche, String day);

    @Message("Issued by positions in the {tranche} on {issued}. Stapled: each sale of that loan since then took its part of the seller’s warrants along, the last on {day}.")
    String movedWithSales(String tranche, String issued, String day);

    @Message("Exchange into shares")
    String exchange();

    @Message("Own part of the {name}")
    String ownPartOf(String name);

    @Message("Whole {name}")
    String wholeOf(String name);

    @Message("{#if lapsed}booked{#else}projected{/if} at the end of the day")
    String atEndOfDay(boolean lapsed);

    @Message("Exchange price before {day}")
    String priceBefore(String day);

    @Message("Exchange price from {day}")
    String priceFrom(String day);

    @Message("Exchange price")
    String price();

    @Message("in force on this day")
    String inForce();

    @Message("How many shares that makes is not computed: the rate of {from} per {to} is not known.")
    String sharesUnknown(String from, String to);

    @Message("a share")
    String aShare();

    // standing

    @Message("Status of the term sheet")
    String standing();

    @Message("{#switch stage}{#case 'indicative'}indicative{#case 'definitive'}definitive{#case 'effective'}effective{#case}lapsed{/switch}")
    String stage(String stage);

    @Message("{#switch stage}{#case 'indicative'}Not all have signed. Payments and warrants are to be.{#case 'definitive'}All have signed; a condition is open. Payments and warrants are to be.{#case 'effective'}All have signed and every condition is met.{#case}Not all had signed in time: the terms of before stand.{/switch}")
    String stageMeans(String stage);

    @Message("To be signed by")
    String signBy();

    @Message("Original maturity")
    String originalMaturity();

    @Message("Signatures, {done} of {all}")
    String signatures(long done, int all);

    @Message("Conditions, {done} of {all}")
    String conditions(long done, int all);

    @Message("open")
    String open();

    @Message("As known since {known}{#if number}, calculation {number}{/if}.")
    String knownSince(String known, Integer number);

    // pages of payments and warrants

    @Message("Payments")
    String paymentsTitle();

    @Message("What the borrower is to pay, at the end of {day}. All amounts in {sign}.")
    String paymentsIntro(String day, String sign);

    @Message("Book as paid")
    String book();

    @Message("What was paid earlier was put right: {sign} {due} are still due to you through the agent.")
    String adjustedDue(String sign, String due);

    @Message("What was paid earlier was put right: {sign} {back} are to go back from you through the agent.")
    String adjustedBack(String sign, String back);

    @Message("Some warrants are to change hands.")
    String adjustedWarrants();

    @Message("See the adjustments")
    String seeAdjustments();

    @Message("Correct the booking")
    String correctBooking();

    @Message("Enter the amount")
    String enterAmount();

    @Message("How the totals come about")
    String howTotals();

    @Message("Sum of the holders")
    String sumOfHolders();

    @Message("Total = sum")
    String proven();

    @Message("Total and sum differ")
    String notProven();

    @Message("Outstanding principal")
    String outstanding();

    @Message("At the end of {day}: what the terms say, less what was paid and what was exchanged into shares.")
    String outstandingOn(String day);
}
