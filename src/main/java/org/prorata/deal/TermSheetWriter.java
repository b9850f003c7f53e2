package org.prorata.deal;

import static org.prorata.deal.TermsTree.fields;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a deal as a file that {@link TermSheetReader} reads back to an equal one. */
public final class TermSheetWriter {

    private final Currency currency;

    private TermSheetWriter(Currency currency) {
        this.currency = currency;
    }

    public static String write(DealFile file) {
        return YamlText.of(new TermSheetWriter(file.terms().currency()).tree(file));
    }

    private Map<String, Object> tree(DealFile file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", TermSheetReader.FORMAT);
        tree.put("provenance", Provenance.ENTERED.word());
        tree.putAll(TermsTree.of(file.terms()));
        tree.put("lenders", file.lenders().stream().map(TermSheetWriter::lender).toList());
        tree.put("opening", opening(file.opening()));
        tree.put("movements", file.movements().isEmpty() ? null : file.movements().stream().map(this::movement).toList());
        tree.put("paid", file.paid().isEmpty() ? null : file.paid().stream().map(this::payment).toList());
        return tree;
    }

    private static Map<String, Object> lender(LenderLine line) {
        LenderDetails details = line.details();
        List<Map<String, Object>> formerNames = details.formerNames().stream().map(former -> fields("name", former.name(),
                "until", former.until() == null ? YamlText.UNKNOWN : former.until().toString())).toList();
        List<Map<String, Object>> contacts = details.contacts().stream().map(contact -> fields("name", contact.name(), "role", contact.role(),
                "email", contact.email(), "phone", contact.phone())).toList();
        return fields("id", line.id(), "name", details.name(), "former-names", formerNames.isEmpty() ? null : formerNames, "lei", details.lei(),
                "group", details.group(), "published", details.published(), "contacts", contacts.isEmpty() ? null : contacts,
                "provenance", line.provenance().word(), "clause", line.clause());
    }

    private Map<String, Object> opening(OpeningRegister opening) {
        Map<String, Object> amounts = new LinkedHashMap<>();
        for (OpeningLine line : opening.lines()) {
            if (opening.byTranche()) {
                Map<String, Object> byTranche = new LinkedHashMap<>();
                line.byTranche().forEach((tranche, amount) -> byTranche.put(tranche, TermsTree.money(amount, currency)));
                amounts.put(line.lender(), byTranche);
            } else {
                amounts.put(line.lender(), TermsTree.money(line.total(), currency));
            }
        }
        return fields("on", opening.on().toString(), "provenance", opening.provenance().word(), "note", opening.note(), "amounts", amounts);
    }

    private Map<String, Object> movement(Movement m) {
        return fields("on", m.on().toString(), "lender", m.lender(), "tranche", m.tranche(), "amount", TermsTree.money(m.amount(), currency),
                "cause", m.cause(), "reference", m.reference());
    }

    private Map<String, Object> payment(PaidPayment p) {
        List<Map<String, Object>> components = p.components().stream().map(c -> fields("component", c.component(),
                "total", TermsTree.money(c.total(), currency), "slices", c.slices().stream().map(s -> fields("lender", s.lender(),
                        "slice", TermsTree.money(s.slice(), currency), "exact", s.exact().toString(),
                        "due", s.due() == null ? null : TermsTree.money(s.due(), currency))).toList())).toList();
        return fields("payment", Integer.toString(p.payment()), "value-date", p.valueDate().toString(), "components", components);
    }
}
