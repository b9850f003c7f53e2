package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * What the agent enters for a transfer between two lenders; the payload of the proposal and the body of the API. The proposal's reference is the number of the
 * transfer certificate, and is required.
 *
 * @param from      the seller's handle in the deal, such as {@code endeavour}
 * @param to        the buyer's handle; a lender that is new gets this one
 * @param toName    the buyer's legal name, where it is new; null for one who is in the register
 * @param amount    as typed, in the deal's currency, thousands separators allowed; null or empty: the whole position of the effective date
 * @param whole     true: the whole position, and no amount
 * @param tranche   one tranche alone; null: spread over all of them by the seller's positions
 * @param tradeDate the day it was agreed; not after the effective date
 * @param fee       between seller and buyer, as typed; a note that moves no figure of the deal; null where there is none
 * @param feePaidBy {@code seller} or {@code buyer}; null where there is no fee
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferForm(String from, String to, String toName, String amount, Boolean whole, String tranche, LocalDate tradeDate, LocalDate effectiveDate, String fee,
        String feePaidBy) {

    static final String SELLER = "seller";
    static final String BUYER = "buyer";

    boolean ofWhole() {
        return Boolean.TRUE.equals(whole) || amount == null || amount.isBlank();
    }

    boolean hasFee() {
        return fee != null && !fee.isBlank();
    }

    /** The buyer as the form that updates shares names it, so that a new one is checked and entered by the same rules. */
    ShareForm buyer() {
        return new ShareForm(effectiveDate, tranche, "amount", List.of(new ShareForm.Share(to, toName, null)));
    }
}
