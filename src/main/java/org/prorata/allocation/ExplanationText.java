package org.prorata.allocation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page that opens a slice into its steps. */
@MessageBundle("why")
public interface ExplanationText {

    @Message("Why this figure")
    String title();

    @Message("The terms state {sign} {amount}. Principal was exchanged into shares, and no more falls due than what is outstanding.")
    String lessThanStated(String sign, String amount);

    @Message("{lender}: slice of {name}, payment {number}, stated due {day}")
    String ofPayment(String lender, String name, int number, String day);

    @Message("{lender}: part of the warrants {#if stapled}as held from {day} on{#else}issued on {day}{/if}")
    String ofWarrants(String lender, boolean stapled, String day);

    @Message("1. The total")
    String total();

    @Message("2. The weight")
    String weight();

    @Message("3. The slice")
    String slice();

    @Message("From")
    String from();

    @Message("To, not counted")
    String to();

    @Message("Principal outstanding")
    String principal();

    @Message("Rate a year")
    String rate();

    @Message("Part of a year")
    String years();

    @Message("Interest, exact")
    String interest();

    @Message("Exact sum")
    String exactSum();

    @Message("Total, rounded once to the nearest {unit}, a half upwards")
    String rounded(String unit);

    @Message("{units} units of {sign} {size}")
    String units(String units, String sign, String size);

    @Message("{units} warrants")
    String unitsWarrants(String units);

    @Message("every step below counts these")
    String everyStep();

    @Message("booked as paid with value {day}: kept as it was then, and never computed again")
    String fixed(String day);

    @Message("This payment was brought in as already paid, with each lender’s slice. How it was split was not told.")
    String imported();

    @Message("Exact part, as told")
    String exactTold();

    @Message("Own position in the {tranche} just before the payment of {day}, in units of {size}")
    String positionBefore(String tranche, String day, String size);

    @Message("Own position in the {tranche} just before the payment of {day}, in units of {size}: by the terms of the deal all interest of the period goes to who holds the principal then")
    String positionHolder(String tranche, String day, String size);

    @Message("Own positions in all tranches just before the payment of {day}, in units of {size}")
    String positionsBefore(String day, String size);

    @Message("Own position in the {tranche} on {day}, after its transfers, in units of {size}")
    String positionIssue(String tranche, String day, String size);

    @Message("Own warrants after the transfers of {day}: who sells a part of its loan sells the same part of its warrants to its buyer, in whole warrants")
    String stapledHeld(String day);

    @Message("Own position, units")
    String ownPosition();

    @Message("Counts")
    String factor();

    @Message("Product")
    String product();

    @Message("A position counts as many times as its days and its rate weigh; the whole numbers have the right proportion to each other.")
    String factorWords();

    @Message("By the terms of the deal all interest of the period goes to who holds the principal just before the payment of {day}. What was exchanged into shares in the period counts beside it until the day of its exchange, for the lender who exchanged it. A position counts as many times as its days and its rate weigh.")
    String holderFactorWords(String day);

    @Message("; what it had exchanged into shares since the period began counts with it")
    String withExchanged();

    @Message("Own weight")
    String ownWeight();

    @Message("the sum of the products")
    String ownWeightNote();

    @Message("Sum of all lenders’ weights")
    String weightSum();

    @Message("Exact part")
    String exact();

    @Message("{total} × {weight} ÷ {sum}")
    String exactNote(String total, String weight, String sum);

    @Message("Rounded down")
    String floor();

    @Message("what everybody gets first")
    String floorNote();

    @Message("Remainder")
    String remainder();

    @Message("exact part − rounded down")
    String remainderNote();

    @Message("Carry before")
    String carryBefore();

    @Message("what rounding has kept from this lender (below zero: given it too much) in other payments of this term")
    String carryBeforeNote();

    @Message("Remainder + carry")
    String claim();

    @Message("by this the units left are given")
    String claimNote();

    @Message("Units left to give")
    String unitsToGive();

    @Message("the total less all lenders’ parts rounded down; one each to the largest remainder{#if carried} + carry{/if}, equal ones in register order")
    String unitsNote(boolean carried);

    @Message("Own rank")
    String rank();

    @Message("{#if rank == 0}no remainder, so it takes no part{#else if got}{rank} is not beyond {units}: it gets one{#else}{rank} is beyond {units}: it gets none{/if}")
    String rankNote(int rank, boolean got, int units);

    @Message("Slice")
    String result();

    @Message("{floor}{#if got} + 1{/if} {#if warrants}warrants{#else}units{/if}")
    String resultNote(String floor, boolean got, boolean warrants);

    @Message("Carry after")
    String carryAfter();

    @Message("carry before + exact part − slice; it is taken into the next payment of this term")
    String carryAfterNote();

    @Message("No carry: principal is split anew each time, and the payment that clears a tranche pays each position out exactly.")
    String noCarryPrincipal();

    @Message("No carry: warrants are split once.")
    String noCarryWarrants();

    @Message("Numbers with … are cut after nine decimals; the fraction beside them is exact. Other lenders’ weights, ranks and slices are not shown: only their sum enters.")
    String cutWords();

    @Message("The method in plain words")
    String method();

    @Message("Stretches of the interest period")
    String stretches();

    @Message("Whose slice")
    String whose();

    @Message("Put right later")
    String adjusted();

    @Message("A correction found later made another amount due. What was paid stays as explained above; the difference is settled through the agent.")
    String adjustedWords();

    @Message("Due by adjustment {n}")
    String adjustment(int n);

    @Message("instead of {amount}")
    String insteadOf(String amount);

    @Message("settled on {day}")
    String settledOn(String day);

    @Message("still open")
    String stillOpen();
}
