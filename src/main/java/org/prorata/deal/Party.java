package org.prorata.deal;

import java.util.List;

/**
 * One who is party to the deal other than as lender.
 *
 * @param role one of {@link #ROLES}
 * @param formerName null where it had none
 */
public record Party(String role, Sourced<String> name, String formerName) {

    public static final String BORROWER = "borrower";
    public static final String ISSUER = "issuer";
    public static final String AGENT = "agent";

    public static final List<String> ROLES = List.of(BORROWER, ISSUER, "guarantor", AGENT, "arranger");
}
