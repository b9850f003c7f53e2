package org.prorata.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.approval.ProposalTyped;
import org.prorata.register.LenderForm.Former;
import org.prorata.register.LenderForm.Person;
import org.prorata.web.Problem;

/** The form that changes a lender's details, just as it was typed. The lists of one table run side by side. */
public class LenderTyped extends ProposalTyped {

    @RestForm String name;
    @RestForm String lei;
    @RestForm String group;
    /** Any text: ticked. */
    @RestForm String published;
    @RestForm List<String> formerName;
    @RestForm List<String> formerUntil;
    @RestForm List<String> contactName;
    @RestForm List<String> contactRole;
    @RestForm List<String> contactEmail;
    @RestForm List<String> contactPhone;
    /** Pressed for more rows of {@code former} or {@code contact}. */
    @RestForm String more;

    static LenderTyped of(LenderForm form, String reason, String reference) {
        LenderTyped typed = new LenderTyped();
        typed.name = text(form.name());
        typed.lei = text(form.lei());
        typed.group = text(form.group());
        typed.published = Boolean.TRUE.equals(form.published()) ? "yes" : null;
        List<Former> formers = form.formerNames() == null ? List.of() : form.formerNames();
        typed.formerName = formers.stream().map(former -> text(former.name())).toList();
        typed.formerUntil = formers.stream().map(former -> former.until() == null ? "" : former.until().toString()).toList();
        List<Person> contacts = form.contacts() == null ? List.of() : form.contacts();
        typed.contactName = contacts.stream().map(contact -> text(contact.name())).toList();
        typed.contactRole = contacts.stream().map(contact -> text(contact.role())).toList();
        typed.contactEmail = contacts.stream().map(contact -> text(contact.email())).toList();
        typed.contactPhone = contacts.stream().map(contact -> text(contact.phone())).toList();
        typed.reason = text(reason);
        typed.reference = text(reference);
        return typed;
    }

    /**
     * What was typed, read as far as it can be.
     *
     * @param formerRow  the row of the form of each former name of the payload; those left empty are left out
     * @param contactRow likewise of each contact
     * @param problems   dates that are none
     */
    record Read(LenderForm form, List<Integer> formerRow, List<Integer> contactRow, List<Problem> problems) {
    }

    Read read(String lender, String rightDate) {
        List<Former> formers = new ArrayList<>();
        List<Integer> formerRow = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < formerRows(); i++) {
            String until = ShareTyped.at(formerUntil, i).strip();
            if (!ShareTyped.at(formerName, i).isBlank() || !until.isEmpty()) {
                Optional<LocalDate> day = TypedShares.date(until);
                if (day.isEmpty() && !until.isEmpty()) {
                    problems.add(new Problem("formerNames[" + formers.size() + "].until", until, rightDate));
                }
                formers.add(new Former(ShareTyped.at(formerName, i).strip(), day.orElse(null)));
                formerRow.add(i);
            }
        }
        List<Person> contacts = new ArrayList<>();
        List<Integer> contactRow = new ArrayList<>();
        for (int i = 0; i < contactRows(); i++) {
            Person person = new Person(ShareTyped.at(contactName, i).strip(), typed(contactRole, i), typed(contactEmail, i), typed(contactPhone, i));
            if (!person.equals(new Person("", null, null, null))) {
                contacts.add(person);
                contactRow.add(i);
            }
        }
        return new Read(new LenderForm(lender, text(name).strip(), compact(lei), blank(group) ? null : group.strip(), !blank(published), formers, contacts),
                formerRow, contactRow, problems);
    }

    int formerRows() {
        return Math.max(ShareTyped.size(formerName), ShareTyped.size(formerUntil));
    }

    int contactRows() {
        return Math.max(Math.max(ShareTyped.size(contactName), ShareTyped.size(contactRole)), Math.max(ShareTyped.size(contactEmail), ShareTyped.size(contactPhone)));
    }

    /** As papers write it: in groups, or small. */
    private static String compact(String lei) {
        return blank(lei) ? null : lei.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static String typed(List<String> list, int i) {
        String text = ShareTyped.at(list, i).strip();
        return text.isEmpty() ? null : text;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    static String text(String words) {
        return words == null ? "" : words;
    }
}
