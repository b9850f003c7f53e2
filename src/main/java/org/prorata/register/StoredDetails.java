package org.prorata.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.prorata.approval.Turn;
import org.prorata.deal.Contact;
import org.prorata.deal.FormerName;
import org.prorata.deal.LenderDetails;
import org.prorata.deal.LenderLine;

/** How the table {@code lender_detail} keeps versions of lenders' details. */
public final class StoredDetails {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "[]";

    private StoredDetails() {
    }

    /** Appends a version of each lender's details in one statement. */
    static void append(Turn turn, List<UUID> ids, List<LenderLine> lines, UUID proposalId) {
        Panache.getEntityManager().unwrap(Session.class).createNativeMutationQuery("""
                insert into lender_detail (deal_id, lender_id, known, name, lei, group_name, published, former_names, contacts, provenance, clause, proposal_id)
                select :deal, id, cast(:known as timestamptz), name, lei, group_name, published, cast(former_names as jsonb), cast(contacts as jsonb), provenance, clause,
                       cast(:proposal as uuid)
                  from unnest(cast(:id as uuid[]), cast(:name as text[]), cast(:lei as text[]), cast(:group as text[]), cast(:published as boolean[]),
                              cast(:formerNames as text[]), cast(:contacts as text[]), cast(:provenance as text[]), cast(:clause as text[]))
                       as t (id, name, lei, group_name, published, former_names, contacts, provenance, clause)""")
                .setParameter("deal", turn.dealId()).setParameter("known", turn.known())
                .setParameter("proposal", proposalId == null ? null : proposalId.toString())
                .setParameter("id", ids.toArray(UUID[]::new))
                .setParameter("name", texts(lines, LenderLine::name))
                .setParameter("lei", texts(lines, line -> line.details().lei()))
                .setParameter("group", texts(lines, line -> line.details().group()))
                .setParameter("published", lines.stream().map(line -> line.details().published()).toArray(Boolean[]::new))
                .setParameter("formerNames", texts(lines, line -> formerNames(line.details())))
                .setParameter("contacts", texts(lines, line -> contacts(line.details())))
                .setParameter("provenance", texts(lines, line -> line.provenance().word()))
                .setParameter("clause", texts(lines, LenderLine::clause))
                .executeUpdate();
    }

    private static String[] texts(List<LenderLine> lines, Function<LenderLine, String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    private static String formerNames(LenderDetails details) {
        ArrayNode list = JSON.createArrayNode();
        details.formerNames().forEach(former -> list.addObject().put("name", former.name()).put("until", former.until() == null ? null : former.until().toString()));
        return list.toString();
    }

    private static String contacts(LenderDetails details) {
        ArrayNode list = JSON.createArrayNode();
        details.contacts().forEach(contact -> list.addObject().put("name", contact.name()).put("role", contact.role()).put("email", contact.email())
                .put("phone", contact.phone()));
        return list.toString();
    }

    /** From the column's text. */
    public static List<FormerName> formerNames(String text) {
        List<FormerName> names = new ArrayList<>();
        for (JsonNode each : list(text)) {
            String until = text(each, "until");
            names.add(new FormerName(text(each, "name"), until == null ? null : LocalDate.parse(until)));
        }
        return names;
    }

    static List<Contact> contacts(String text) {
        List<Contact> contacts = new ArrayList<>();
        list(text).forEach(each -> contacts.add(new Contact(text(each, "name"), text(each, "role"), text(each, "email"), text(each, "phone"))));
        return contacts;
    }

    private static Iterable<JsonNode> list(String text) {
        try {
            return NONE.equals(text) ? List.of() : JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a lender's details cannot be read", broken);
        }
    }

    private static String text(JsonNode each, String field) {
        return each.path(field).asText(null);
    }
}
