package org.prorata.register;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.prorata.calc.Money;
import org.prorata.calc.NotMoney;
import org.prorata.deal.Terms;
import org.prorata.web.Problem;

/** Trade date and fee of a transfer as its correction tells them: what the form leaves out stays as it was. */
final class ToldAnew {

    private ToldAnew() {
    }

    /**
     * Null where nothing is told of the transfer.
     *
     * @param takenBack whether nothing is left of it: then there is nothing to tell anew
     */
    static Transfer.Told read(CorrectTransfer.Form form, CorrectTransfer.Standing transfer, Terms terms, boolean takenBack, List<Problem> problems) {
        Transfer.Told stands = transfer.told();
        if (form.tells() && (stands == null || takenBack)) {
            String field = form.tradeDate() != null ? "tradeDate" : form.fee() != null ? "fee" : "feePaidBy";
            problems.add(new Problem(field, null, stands == null ? "is not told of this transfer, which was entered as new shares; leave it out" : "stands beside taking the transfer back; leave it out"));
        }
        if (stands == null || !form.tells()) {
            return stands;
        }
        LocalDate tradeDate = form.tradeDate() == null ? stands.tradeDate() : form.tradeDate();
        TransferReader.tradeDate(tradeDate, transfer.on(), problems);
        BigInteger fee = form.fee() == null ? stands.fee() : fee(form.fee(), terms, problems);
        return new Transfer.Told(tradeDate, fee, feePaidBy(form, stands, fee, problems), stands.certificate());
    }

    /** Null where it is taken away. */
    private static BigInteger fee(String typed, Terms terms, List<Problem> problems) {
        try {
            Money fee = Money.parse(typed, terms.currency());
            if (fee.signum() < 0) {
                problems.add(new Problem("fee", typed, "must be above zero; 0 takes it away"));
            }
            return fee.isZero() ? null : fee.minor();
        } catch (NotMoney wrong) {
            problems.add(new Problem("fee", typed, wrong.getMessage()));
            return null;
        }
    }

    private static String feePaidBy(CorrectTransfer.Form form, Transfer.Told stands, BigInteger fee, List<Problem> problems) {
        if (fee == null) {
            if (form.feePaidBy() != null && !form.feePaidBy().isBlank() && problems.stream().noneMatch(problem -> problem.field().equals("fee"))) {
                problems.add(new Problem("feePaidBy", form.feePaidBy(), "stands without a fee; give the fee, or leave this empty"));
            }
            return null;
        }
        String payer = form.feePaidBy() == null ? stands.feePaidBy() : form.feePaidBy();
        if (!TransferForm.SELLER.equals(payer) && !TransferForm.BUYER.equals(payer)) {
            problems.add(new Problem("feePaidBy", payer, "must say who pays the fee: " + TransferForm.SELLER + " or " + TransferForm.BUYER));
        }
        return payer;
    }

    /** What is told otherwise, for a title; empty where nothing is. @param stands null where nothing is told of what stands @param right null where nothing is to be */
    static String changes(Transfer.Told stands, Transfer.Told right, Terms terms) {
        StringJoiner changes = new StringJoiner("; ");
        if (stands == null && right != null) {
            return "told again: traded " + right.tradeDate() + ", " + fee(right, terms);
        }
        if (stands != null && right == null) {
            return "trade date and fee are no longer told, since several sold or bought";
        }
        if (right != null && !right.tradeDate().equals(stands.tradeDate())) {
            changes.add("traded " + right.tradeDate() + ", not " + stands.tradeDate());
        }
        if (right != null && !(Objects.equals(right.fee(), stands.fee()) && Objects.equals(right.feePaidBy(), stands.feePaidBy()))) {
            changes.add(fee(right, terms) + ", not " + fee(stands, terms));
        }
        return changes.toString();
    }

    private static String fee(Transfer.Told told, Terms terms) {
        return told.fee() == null ? "no fee" : "a fee of " + Money.ofMinor(told.fee(), terms.currency()).grouped() + " paid by the " + told.feePaidBy();
    }
}
