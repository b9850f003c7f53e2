package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.prorata.deal.Contact;
import org.prorata.deal.FormerName;
import org.prorata.deal.LenderDetails;

/**
 * What the agent enters to change a lender's names and details; the payload of the proposal and the body of the API. It says all of them as they are to be:
 * what is left out is no longer known.
 *
 * @param lender    its handle in the deal, such as {@code endeavour}
 * @param published whether its name is public; has to be said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LenderForm(String lender, String name, String lei, String group, Boolean published, List<Former> formerNames, List<Person> contacts) {

    /** @param until the last day it had the name; null where that is not known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Former(String name, LocalDate until) {
    }

    /** @param role what the contact is for; null where not told, as are the others */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(String name, String role, String email, String phone) {
    }

    LenderDetails details() {
        return new LenderDetails(text(name), text(lei), text(group), Boolean.TRUE.equals(published),
                formerNames == null ? List.of() : formerNames.stream().map(former -> new FormerName(text(former.name()), former.until())).toList(),
                contacts == null ? List.of() : contacts.stream().map(contact -> new Contact(text(contact.name()), text(contact.role()), text(contact.email()),
                        text(contact.phone()))).toList());
    }

    /** Without spaces around it; nothing typed is null. */
    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
