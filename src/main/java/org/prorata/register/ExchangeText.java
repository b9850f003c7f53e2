package org.prorata.register;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form of an exchange into shares. */
@MessageBundle("exchange")
public interface ExchangeText {

    @Message("Exchange into shares")
    String title();

    @Message("A lender’s principal of the {tranche} leaves the loan for shares. Another person of the agent approves; until then nothing changes.")
    String words(String tranche);

    @Message("How many shares that makes is not computed: the rate between the currencies is not known. Interest on it is counted until that day, for the lender who exchanges; the terms say nothing of it.")
    String unknown();

    @Message("Who and how much")
    String who();

    @Message("Lender")
    String lender();

    @Message("Choose")
    String choose();

    @Message("Amount, {currency}")
    String amount(String currency);

    @Message("Such as 2,000,000.00.")
    String amountHint();

    @Message("the whole position of that day")
    String whole();

    @Message("Effective date")
    String on();

    @Message("After that day’s transfers and before its payments.")
    String onHint();

    @Message("Exchange notice")
    String reference();

    @Message("Its number or date. It stands on the entry, for ever.")
    String referenceHint();

    @Message("Why; the approver reads it.")
    String reasonHint();

    @Message("Show what it would do")
    String show();

    @Message("Choose the lender and the effective date, then show what it would do: what the lender holds that day is told here.")
    String nothingYet();

    @Message("What would leave the {tranche}")
    String would(String tranche);

    @Message("On {day}, after that day’s transfers and before its payments")
    String onDay(String day);

    @Message("Before")
    String before();

    @Message("Exchanged")
    String exchanged();

    @Message("After")
    String after();

    @Message("All lenders")
    String all();

    @Message("What falls due of the principal is at most what is still outstanding, so this shortens the last instalment.")
    String shortens();

    @Message("a date such as 2010-10-01, from 1900 to 2199")
    String dateRight();

    // the correction of an exchange

    @Message("Correct the exchange of {day}")
    String correctTitle(String day);

    @Message("What was entered is taken back and what is right is written beside it; both stay in the history. What was paid since is split again, and the difference becomes an adjustment.")
    String correctWords();

    @Message("As entered")
    String entered();

    @Message("Another exchange")
    String other();

    @Message("Nothing")
    String takeBack();

    @Message("the exchange is taken back, whatever stands below")
    String takeBackWords();

    @Message("the whole position of that day, and no amount")
    String wholeInstead();

    @Message("What was exchanged")
    String right();

    @Message("Tranche")
    String tranche();

    @Message("Before is what there was without the exchange that was entered. The proposal shows what changes for each lender and payment.")
    String without();

    @Message("Of the notice that is right; it stands on the entry, for ever. Left empty, the reference stays as entered.")
    String correctReferenceHint();

    @Message("This exchange no longer stands as it was entered: it was corrected or taken back since. Find it as it is now in the register.")
    String gone();

    @Message("This form was sent before and made a proposal. Send it once more if you mean a second one.")
    String sentBefore();
}
