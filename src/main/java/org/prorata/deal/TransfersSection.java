package org.prorata.deal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** {@code transfers:} of a term sheet; what is left out is as {@link TransferTerms#USUAL}. */
final class TransfersSection {

    private static final List<String> NAMES = List.of("minimum", "whole-holdings", "interest");

    static final SheetRule<InterestOnTransfer> INTEREST = SheetRules.oneOf("", Arrays.stream(InterestOnTransfer.values()).map(InterestOnTransfer::word).toList(),
            InterestOnTransfer::byWord);

    private TransfersSection() {
    }

    static TransferTerms read(SheetSection file) {
        SheetSection section = file.section("transfers", NAMES);
        if (section == null || !section.isFields()) {
            return TransferTerms.USUAL;
        }
        return new TransferTerms(section.knownOr(TransferTerms.USUAL.minimum(), "minimum", minimum(file.reading().currency())),
                section.knownOr(TransferTerms.USUAL.wholeHoldings(), "whole-holdings", SheetRules.YES_OR_NO),
                section.knownOr(TransferTerms.USUAL.interest(), "interest", INTEREST));
    }

    static SheetRule<BigInteger> minimum(Currency currency) {
        SheetRule<BigInteger> amount = SheetRules.positiveAmount(currency);
        return node -> {
            if (node instanceof SheetNode.Scalar scalar && scalar.text().equals(TransferTerms.NONE)) {
                return BigInteger.ZERO;
            }
            try {
                return amount.read(node);
            } catch (NotRight e) {
                throw e.at() == null ? new NotRight(e.getMessage() + "; or none") : new NotRight(e.at(), e.getMessage() + "; or none");
            }
        };
    }
}
