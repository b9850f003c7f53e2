package org.prorata.deal;

/** What a component of a payment is. */
public enum ComponentKind { PRINCIPAL, INTEREST, FEE }
