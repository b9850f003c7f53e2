package org.prorata.adjustment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of adjustments and of the form that settles one. */
@MessageBundle("adjustment")
public interface AdjustmentText {

    @Message("Adjustments")
    String title();

    @Message("When a change reaches back behind a payment already booked, cash stays where it went. What each lender was paid too much or too little stands here until it is settled through the agent.")
    String words();

    @Message("as known at {instant}")
    String asKnown(String instant);

    @Message("Nothing that was paid had to be adjusted.")
    String none();

    @Message("Open, due to {#if seesAll}lenders{#else}you{/if}")
    String toLenders(boolean seesAll);

    @Message("Open, due from {#if seesAll}lenders{#else}you{/if}")
    String fromLenders(boolean seesAll);

    @Message("Net")
    String net();

    @Message("nothing else is open: what some are to get others are to give back")
    String addsUp();

    @Message("what is left was settled with some and not yet with others")
    String partlySettled();

    @Message("Adjustment {n}")
    String number(int n);

    @Message("known since {instant}")
    String since(String instant);

    @Message("Lender")
    String lender();

    @Message("Of")
    String of();

    @Message("payment {n}, {due}")
    String payment(int n, String due);

    @Message("warrants")
    String warrants();

    @Message("Paid, as adjusted until then")
    String paid();

    @Message("Due")
    String due();

    @Message("Difference")
    String difference();

    @Message("+ to the lender, − from it")
    String sign();

    @Message("State")
    String state();

    @Message("open")
    String open();

    @Message("settled")
    String settled();

    @Message("{#switch way}{#case 'paid'}paid through the agent{#case 'netted'}netted against a later payment{#case}as the parties agreed{/switch}")
    String way(String way);

    @Message("{n} more are in the CSV")
    String more(int n);

    @Message("Payment {n}, {component}: booked {booked}; over principal as known with this adjustment the total would be {computed}, {difference} {#if tooMuch}less{#else}more{/if}. The booked total stays and is split again, so what is due to lenders adds up to it and not to their interest alone. If the borrower paid too {#if tooMuch}much{#else}little{/if}, the booking itself has to be corrected.")
    String bookedTotal(int n, String component, String booked, String computed, String difference, boolean tooMuch);

    @Message("Correct the booking of payment {n}")
    String correctBooking(int n);

    @Message("Settle")
    String settle();

    @Message("History")
    String history();

    @Message("Settle adjustment {n}")
    String settleTitle(int n);

    @Message("Record that money or warrants moved, or how else it was made good. No figure of the deal changes.")
    String settleWords();

    @Message("Take back")
    String unsettle();

    @Message("Take back the settlement with {name}")
    String unsettleOf(String name);

    @Message("Take back the settlement of adjustment {n}")
    String unsettleTitle(int n);

    @Message("Record that something was not settled as it was entered. It is open again from then on and can be settled otherwise; both stay in the history. No figure of the deal changes.")
    String unsettleWords();

    @Message("Wrongly entered as settled with")
    String unsettleWith();

    @Message("Nothing of it is settled.")
    String nothingSettled();

    @Message("Settled with")
    String with();

    @Message("On")
    String on();

    @Message("The day it was settled.")
    String onHint();

    @Message("How")
    String how();

    @Message("Reason")
    String reason();

    @Message("In a few words; the approver reads it.")
    String reasonHint();

    @Message("Reference")
    String reference();

    @Message("Such as the bank’s reference; each lender sees it beside its adjustment.")
    String referenceHint();

    @Message("Propose")
    String propose();

    @Message("Nothing changes before another person of the agent approves.")
    String proposeWords();

    @Message("a date such as 2010-09-10")
    String dateRight();

    @Message("choose at least one")
    String chooseOne();

    @Message("This form was sent before and made a proposal. Send it once more if you mean a second one.")
    String sentBefore();

    @Message("What you typed is still here. Look over the adjustment as it stands now, and propose again.")
    String stillHere();
}
