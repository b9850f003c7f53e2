package org.prorata.register;

import java.math.BigInteger;
import java.util.Map;
import java.util.UUID;
import org.prorata.web.AsOf;

/** What the deal's lenders together were paid of its principal: a total of the deal, which each of them may know. Implemented by the room that books. */
public interface PaidPrincipal {

    /** By tranche, in minor units, booked with a value date by the end of the day and known at the instant; tranches of which nothing was paid are left out. */
    Map<String, BigInteger> paid(UUID dealId, AsOf asOf);
}
