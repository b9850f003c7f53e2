package org.prorata.register;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form of a transfer. */
@MessageBundle("transfer")
public interface TransferText {

    @Message("Transfer")
    String title();

    @Message("One lender’s principal, all of it or a part, goes to another. Another person of the agent approves; until then nothing changes.")
    String words();

    @Message("Set everybody’s shares instead")
    String sharesInstead();

    @Message("Between whom")
    String parties();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Choose")
    String choose();

    @Message("A new lender, named here")
    String newLender();

    @Message("Short name of a new lender")
    String shortName();

    @Message("Legal name of a new lender")
    String legalName();

    @Message("How much")
    String howMuch();

    @Message("Amount, {currency}")
    String amount(String currency);

    @Message("Such as 5,000,000.00.")
    String amountHint();

    @Message("the whole position of that day")
    String whole();

    @Message("Tranche")
    String tranche();

    @Message("All tranches: spread by the seller’s positions of that day.")
    String trancheHint();

    @Message("All tranches")
    String allTranches();

    @Message("When")
    String when();

    @Message("Trade date")
    String tradeDate();

    @Message("The day on which it was agreed.")
    String tradeDateHint();

    @Message("Effective date")
    String effectiveDate();

    @Message("From this day on the buyer holds it, and is paid what is due that day.")
    String effectiveDateHint();

    @Message("Fee between the two")
    String feeTitle();

    @Message("Fee, {currency}")
    String fee(String currency);

    @Message("May be left out. It is noted for seller and buyer, and moves no figure of the deal.")
    String feeHint();

    @Message("Paid by")
    String feePaidBy();

    @Message("–")
    String noFee();

    @Message("the seller")
    String seller();

    @Message("the buyer")
    String buyer();

    @Message("Transfer certificate")
    String reference();

    @Message("Its number. It stands on every entry, for ever; seller and buyer read it.")
    String referenceHint();

    @Message("Why; the approver reads it.")
    String reasonHint();

    @Message("Show what it would do")
    String show();

    @Message("Choose the seller and the effective date, and what it holds then is shown here.")
    String nothingYet();

    @Message("What would move")
    String would();

    @Message("On {day}, after that day’s earlier transfers and before its payments")
    String onDay(String day);

    @Message("{name} before")
    String before(String name);

    @Message("{name} after")
    String after(String name);

    @Message("Transferred")
    String sold();

    @Message("Total")
    String total();

    @Message("a date such as 2010-07-26, from 1900 to 2199")
    String dateRight();

    @Message("is missing; type an amount such as 5,000,000.00, or choose the whole position")
    String amountOrWhole();

    @Message("stands beside a buyer who was chosen; leave it empty, or choose the new lender as the buyer")
    String newOrNot();

    @Message("This form was sent before and made a proposal. Send it once more if you mean a second one.")
    String sentBefore();

    @Message("{#switch name}{#case 'from'}From{#case 'to'}To{#case 'newLender'}Short name{#case 'newName'}Legal name{#case 'amount'}Amount{#case 'tranche'}Tranche{#case 'tradeDate'}Trade date{#case 'effectiveDate'}Effective date{#case 'fee'}Fee{#case 'feePaidBy'}Fee paid by{#case}{name}{/switch}")
    String field(String name);
}
