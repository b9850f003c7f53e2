package org.prorata.payment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the agent's forms of a payment. */
@MessageBundle("paymentform")
public interface PaymentText {

    @Message("Payments")
    String payments();

    @Message("Payment {n}")
    String payment(int n);

    @Message("Book as paid")
    String book();

    @Message("Book payment {n} as paid")
    String bookTitle(int n);

    @Message("Due on {due}{#if due != cash}; cash by {cash}{/if}. Once approved, its slices stand for ever and principal leaves the register.")
    String bookWords(String due, String cash);

    @Message("What was paid")
    String components();

    @Message("Correct the booking")
    String correct();

    @Message("Correct the booking of payment {n}")
    String correctTitle(int n);

    @Message("Cash that was paid and booked totals stay. Principal moves in the register, and what another day makes due differently to a lender becomes an adjustment.")
    String correctWords();

    @Message("What was booked")
    String wasBooked();

    @Message("value {day}")
    String valued(String day);

    @Message("What is right")
    String whatIsRight();

    @Message("Another value date")
    String otherDate();

    @Message("Nothing was paid")
    String notPaid();

    @Message("it is open again, and can be booked later")
    String notPaidWords();

    @Message("Right value date")
    String rightValueDate();

    @Message("The day the cash had value; counts only where another value date is right.")
    String rightValueDateHint();

    @Message("{#switch kind}{#case 'principal'}principal{#case 'interest'}interest{#case}fee{/switch}")
    String kind(String kind);

    @Message("booked already")
    String booked();

    @Message("not yet known")
    String notKnown();

    @Message("enter it")
    String enterIt();

    @Message("Nothing of this payment can be booked.")
    String nothingOpen();

    @Message("The deal is {stage}, not effective yet. What is booked now stays booked even if it never takes effect.")
    String notEffective(String stage);

    @Message("The deal has lapsed unsigned: nothing of its terms falls due.")
    String lapsed();

    @Message("Value date")
    String valueDate();

    @Message("The day the cash had value. Slices are those of the positions just before the payment on that day.")
    String valueDateHint();

    @Message("Totals as they stand for the due date; another value date can change interest.")
    String totalsHint();

    @Message("Reason")
    String reason();

    @Message("Why; the approver reads it.")
    String reasonHint();

    @Message("Reference")
    String reference();

    @Message("Such as the bank’s reference of the cash.")
    String referenceHint();

    @Message("Propose")
    String propose();

    @Message("Nothing changes before another person of the agent approves.")
    String proposeWords();

    @Message("Enter an amount")
    String enter();

    @Message("{name}, due {due}")
    String amountOf(String name, String due);

    @Message("The total that the borrower owes; it is split among the lenders by their positions just before the payment.")
    String amountWords();

    @Message("Now")
    String now();

    @Message("Total in {currency}")
    String amount(String currency);

    @Message("Such as 1,234,567.89; 0.00 is an answer.")
    String amountHint();

    @Message("a date such as 2010-06-10")
    String dateRight();

    @Message("choose at least one")
    String chooseOne();

    @Message("This form was sent before and made a proposal. Send it once more if you mean a second one.")
    String sentBefore();

    @Message("What you typed is still here. Look over the deal as it stands now, and propose again.")
    String stillHere();
}
