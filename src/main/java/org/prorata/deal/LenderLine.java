package org.prorata.deal;

/**
 * A lender as the deal file names it.
 *
 * @param id short handle, unique in the file
 * @param formerName may be null
 * @param group name of the affiliates it belongs to; may be null
 * @param published whether its name is public, so that other lenders may see it (F12)
 * @param clause may be null
 */
public record LenderLine(String id, String name, String formerName, String group, boolean published, Provenance provenance, String clause) {
}
