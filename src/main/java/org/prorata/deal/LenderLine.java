package org.prorata.deal;

/**
 * A lender as the deal file names it.
 *
 * @param id         short handle, unique in the file
 * @param provenance of its name and details
 * @param clause     may be null
 */
public record LenderLine(String id, LenderDetails details, Provenance provenance, String clause) {

    /** One of whom nothing but the name is known. */
    public static LenderLine named(String id, String name, Provenance provenance) {
        return new LenderLine(id, LenderDetails.named(name), provenance, null);
    }

    public String name() {
        return details.name();
    }
}
