package org.prorata.allocation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words in and around drawings. */
@MessageBundle("picture")
public interface PictureText {

    @Message("Principal over time")
    String principal();

    @Message("{sign}, as if every payment is paid as scheduled")
    String principalWords(String sign);

    @Message("Own principal from {ownFirst} on {first} to {ownLast} on {last}; the deal’s total from {dealFirst} to {dealLast}. Every step stands in the table below.")
    String principalDescription(String first, String last, String ownFirst, String ownLast, String dealFirst, String dealLast);

    @Message("Own")
    String own();

    @Message("Deal’s total")
    String deal();

    @Message("Day looked at")
    String lookedAt();

    @Message("As a table")
    String asTable();

    @Message("End of")
    String endOf();

    @Message("Own interest accrued, to the day")
    String accrued();

    @Message("From nothing on {first} to {amount} at the end of {day}, and to {last} when it is due on {due}. Every bend stands in the table below.")
    String accruedDescription(String first, String day, String amount, String due, String last);

    @Message("Cash to maturity")
    String cash();

    @Message("{sign}, own part of each payment")
    String cashWords(String sign);

    @Message("One bar for each of {count} payments, as long as what is known of the own part. What is not yet known is marked so and has no length. Every figure stands in the table of payments above.")
    String cashDescription(int count);

    @Message("{#switch kind}{#case 'principal'}Principal{#case 'interest'}Interest{#case 'fee'}Fee{#case}Not yet known{/switch}")
    String kind(String kind);

    @Message("Go to the table of payments")
    String toPayments();

    @Message("Principal of the lenders over time")
    String lenders();

    @Message("{currency}, one upon the other, as if every payment is paid as scheduled")
    String lendersWords(String currency);

    @Message("{count} bands, one upon the other, the first uppermost. Together {totalFirst} on {first} and {totalLast} on {last}. Every step of each stands in the table below.")
    String lendersDescription(int count, String first, String last, String totalFirst, String totalLast);

    @Message("All others")
    String allOthers();
}
