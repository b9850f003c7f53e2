package org.prorata.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code former-names:}, {@code lei:} and {@code contacts:} of a lender in a term sheet; what they may be is told by {@link LenderRules}. */
final class LenderSections {

    static final SheetRule<String> LEI = SheetRules.NAME.and(text -> Lei.wrong(text).orElse(null));
    private static final SheetRule<String> ROLE = SheetRules.text(LenderRules.LONGEST_ROLE, false);
    private static final SheetRule<String> EMAIL = SheetRules.TEXT.and(text -> LenderRules.email(text).orElse(null));
    private static final SheetRule<String> PHONE = SheetRules.TEXT.and(text -> LenderRules.phone(text).orElse(null));
    private static final List<String> FORMER = List.of("name", "until");
    private static final List<String> CONTACT = List.of("name", "role", "email", "phone");

    private LenderSections() {
    }

    /** {@code formerly: a name} is the short way to write one former name whose last day is not known. */
    static List<FormerName> formerNames(SheetSection lender, String name) {
        List<FormerName> names = new ArrayList<>();
        Set<FormerName> once = new HashSet<>();
        for (SheetSection each : lender.items("former-names", FORMER)) {
            if (each.isFields()) {
                FormerName former = new FormerName(each.value("name", SheetRules.NAME), until(each));
                if (former.name() != null && former.name().equals(name)) {
                    each.wrong("name", "This is the name it has now");
                } else if (!once.add(former)) {
                    each.wrong("name", "Name it once");
                }
                names.add(former);
            }
        }
        if (names.size() > LenderRules.MOST_FORMER_NAMES) {
            lender.wrong("former-names", "At most " + LenderRules.MOST_FORMER_NAMES + " former names");
        }
        if (lender.has("formerly")) {
            if (lender.has("former-names")) {
                lender.wrong("formerly", "Write all former names under former-names");
            }
            names.add(new FormerName(lender.value("formerly", SheetRules.NAME), null));
        }
        return names;
    }

    private static LocalDate until(SheetSection former) {
        boolean unknown = former.raw("until") instanceof SheetNode.Scalar scalar && scalar.isUnknown();
        return unknown ? null : former.valueOr(null, "until", SheetRules.DATE_RULE);
    }

    static List<Contact> contacts(SheetSection lender) {
        List<Contact> contacts = new ArrayList<>();
        Set<Contact> once = new HashSet<>();
        for (SheetSection each : lender.items("contacts", CONTACT)) {
            if (each.isFields()) {
                Contact contact = new Contact(each.value("name", SheetRules.NAME), each.valueOr(null, "role", ROLE), each.valueOr(null, "email", EMAIL),
                        each.valueOr(null, "phone", PHONE));
                if (!once.add(contact)) {
                    each.wrong("name", "Name it once");
                }
                contacts.add(contact);
            }
        }
        if (contacts.size() > LenderRules.MOST_CONTACTS) {
            lender.wrong("contacts", "At most " + LenderRules.MOST_CONTACTS + " contacts");
        }
        return contacts;
    }
}
