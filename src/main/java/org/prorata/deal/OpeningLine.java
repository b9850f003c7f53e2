package org.prorata.deal;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One lender's opening position, in minor units; one of the two is null.
 *
 * @param lender its handle in the file
 * @param byTranche by tranche id, in the order of the tranches
 */
public record OpeningLine(String lender, BigInteger total, Map<String, BigInteger> byTranche) {

    public OpeningLine {
        if ((total == null) == (byTranche == null)) {
            throw new IllegalArgumentException("An opening line is either a total or amounts by tranche");
        }
        byTranche = byTranche == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(byTranche));
    }
}
