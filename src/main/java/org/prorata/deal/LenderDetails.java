package org.prorata.deal;

import java.util.List;

/**
 * What is known of a lender beside what it holds.
 *
 * @param name        the legal name
 * @param lei         its Legal Entity Identifier (ISO 17442); null where not known
 * @param group       the manager or group whose lenders are affiliates of each other; null where it has none
 * @param published   whether its name is public, so that other lenders may see it (rule F12)
 * @param formerNames in the order they are told
 */
public record LenderDetails(String name, String lei, String group, boolean published, List<FormerName> formerNames, List<Contact> contacts) {

    public LenderDetails {
        formerNames = List.copyOf(formerNames);
        contacts = List.copyOf(contacts);
    }

    /** A lender of whom nothing but the name is known. */
    public static LenderDetails named(String name) {
        return new LenderDetails(name, null, null, false, List.of(), List.of());
    }
}
