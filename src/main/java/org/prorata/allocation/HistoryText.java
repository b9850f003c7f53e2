package org.prorata.allocation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the history pages. */
@MessageBundle("history")
public interface HistoryText {

    @Message("History")
    String title();

    @Message("Every change of the deal, the latest first. Each opens the portal as it was known just after it.")
    String words();

    @Message("Every change of the deal and of your own entries, the latest first. Each opens your figures as they were known just after it.")
    String ownWords();

    @Message("History of {name}")
    String ofLender(String name);

    @Message("Known since")
    String known();

    @Message("What changed")
    String what();

    @Message("Effective")
    String effective();

    @Message("Proposed by")
    String proposed();

    @Message("Approved by")
    String approved();

    @Message("transfer of {sign} {amount} traded {day}, {reference}")
    String traded(String sign, String amount, String day, String reference);

    @Message("fee {sign} {amount}, paid by the {#if payer == 'seller'}seller{#else}buyer{/if}")
    String fee(String sign, String amount, String payer);

    @Message("{#if state == 'corrected'}corrected{#else}taken back{/if} since {instant}")
    String ended(String state, String instant);

    @Message("Correction of {#switch kind}{#case 'initial'}the opening register{#case 'transfer'}a transfer{#case 'exchange'}an exchange{#case}a payment{/switch}")
    String correction(String kind);

    @Message("Correction of payment {n}")
    String correctionOfPayment(int n);

    @Message("{#if payment == 0}Warrants were issued{#else}Payment {payment} was split{/if} again, since something that lies before became known only now")
    String split(int payment);

    @Message("Why")
    String why();

    @Message("As it was then")
    String then();

    @Message("Show")
    String show();

    @Message("The deal was imported")
    String imported();

    @Message("{#switch cause}{#case 'initial'}Opening register{#case 'correction'}Correction{#case 'transfer'}Transfer{#case 'exchange'}Exchange{#case 'payment'}Payment{#case}{cause}{/switch}")
    String cause(String cause);

    @Message("Payment {number} booked")
    String booked(int number);

    @Message("Terms, conditions or entered amounts")
    String terms();

    @Message("Names and details")
    String details();

    @Message("at once")
    String atOnce();

    @Message("Older changes")
    String older();

    @Message("calculation {no}")
    String calculation(int no);

    @Message("Booking of payment {n} put right")
    String corrected(int n);

    @Message("Adjustment {n}")
    String adjusted(int n);

    @Message("Adjustment {n} settled")
    String settled(int n);

    @Message("Settlement of adjustment {n} taken back: it is open again")
    String unsettled(int n);

    @Message("{count} changes at once")
    String several(int count);
}
