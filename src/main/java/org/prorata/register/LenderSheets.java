package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.prorata.approval.Approvals;
import org.prorata.approval.DealVersion;
import org.prorata.approval.Payloads;
import org.prorata.approval.Proposal;
import org.prorata.deal.LenderDetails;
import org.prorata.deal.LenderRules;
import org.prorata.deal.OpenDeal;
import org.prorata.register.LenderSheet.ContactRow;
import org.prorata.register.LenderSheet.FormerRow;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/** Lays out the form that changes a lender's details: what stands, or what is typed. */
@ApplicationScoped
class LenderSheets {

    /** Pressed for more rows of former names, or of contacts. */
    private static final String MORE_FORMER = "former";
    private static final String MORE_CONTACTS = "contact";
    private static final Set<String> BESIDE = Set.of("name", "lei", "group", "reason", "reference");

    @Inject Approvals approvals;
    @Inject Payloads payloads;
    @Inject ObjectMapper json;
    final RegisterText text = Language.texts(RegisterText.class);

    /** The details as they stand, or those that an earlier proposal asked for. @param from null: as they stand */
    @Transactional
    LenderSheet first(OpenDeal open, String handle, UUID from) {
        Lender lender = lender(open, handle);
        return sheet(open, lender, from == null ? LenderTyped.of(form(lender), "", "") : again(open, handle, from), List.of(), null);
    }

    private LenderTyped again(OpenDeal open, String handle, UUID from) {
        Proposal proposal = Proposal.byId(from).filter(found -> found.dealId().equals(open.id()) && found.kind().equals(ChangeDetails.KIND)).orElseThrow(NotThere::new);
        LenderForm form = payloads.read(approvals.payload(proposal), LenderForm.class, "the details of a lender");
        if (!handle.equals(form.lender())) {
            throw new NotThere();
        }
        return LenderTyped.of(form, proposal.reason(), proposal.reference());
    }

    private static LenderForm form(Lender lender) {
        LenderDetails details = lender.details();
        return new LenderForm(lender.handle(), details.name(), details.lei(), details.group(), details.published(),
                details.formerNames().stream().map(former -> new LenderForm.Former(former.name(), former.until())).toList(),
                details.contacts().stream().map(contact -> new LenderForm.Person(contact.name(), contact.role(), contact.email(), contact.phone())).toList());
    }

    /** The form with what was typed, and what is wrong with it beside the fields. */
    @Transactional
    LenderSheet sheet(OpenDeal open, String handle, LenderTyped typed, List<Problem> problems, Refused refused) {
        return sheet(open, lender(open, handle), typed, problems, refused);
    }

    private static Lender lender(OpenDeal open, String handle) {
        return Lender.of(open.id(), null).stream().filter(each -> each.handle().equals(handle)).findFirst().orElseThrow(NotThere::new);
    }

    LenderTyped.Read read(String handle, LenderTyped typed) {
        return typed.read(handle, text.dateRight());
    }

    JsonNode payload(LenderTyped.Read read) {
        return json.valueToTree(read.form());
    }

    private LenderSheet sheet(OpenDeal open, Lender lender, LenderTyped typed, List<Problem> problems, Refused refused) {
        LenderTyped.Read read = read(lender.handle(), typed);
        return new LenderSheet(open.slug(), lender.handle(), lender.name(), LenderTyped.text(typed.name), LenderTyped.text(typed.lei), LenderTyped.text(typed.group),
                typed.published != null && !typed.published.isBlank(), formerRows(typed, read, new Problems(problems)), contactRows(typed, read, new Problems(problems)),
                LenderTyped.text(typed.reason), LenderTyped.text(typed.reference), DealVersion.current(open.id()).orElseThrow(NotThere::new),
                typed.keyAgain(problems), new Problems(problems.stream().map(this::beside).toList()), refused);
    }

    /** There is always a row to type in, and one more where it was asked for. */
    private static int rows(int typed, boolean more, int most) {
        return Math.max(typed, Math.min(most, Math.max(1, typed + (more ? 1 : 0))));
    }

    private static List<FormerRow> formerRows(LenderTyped typed, LenderTyped.Read read, Problems problems) {
        List<FormerRow> rows = new ArrayList<>();
        for (int i = 0; i < rows(typed.formerRows(), MORE_FORMER.equals(typed.more), LenderRules.MOST_FORMER_NAMES); i++) {
            String field = "formerNames[" + read.formerRow().indexOf(i) + "].";
            rows.add(new FormerRow(ShareTyped.at(typed.formerName, i), ShareTyped.at(typed.formerUntil, i), problems.of(field + "name"), problems.of(field + "until")));
        }
        return rows;
    }

    private static List<ContactRow> contactRows(LenderTyped typed, LenderTyped.Read read, Problems problems) {
        List<ContactRow> rows = new ArrayList<>();
        for (int i = 0; i < rows(typed.contactRows(), MORE_CONTACTS.equals(typed.more), LenderRules.MOST_CONTACTS); i++) {
            String field = "contacts[" + read.contactRow().indexOf(i) + "].";
            rows.add(new ContactRow(ShareTyped.at(typed.contactName, i), ShareTyped.at(typed.contactRole, i), ShareTyped.at(typed.contactEmail, i),
                    ShareTyped.at(typed.contactPhone, i), problems.of(field + "name"), problems.of(field + "role"), problems.of(field + "email"), problems.of(field + "phone")));
        }
        return rows;
    }

    /** Those of a field stay with it; the others are told above the form. */
    private Problem beside(Problem problem) {
        String field = problem.field() == null ? "" : problem.field();
        if ("idempotencyKey".equals(field)) {
            return new Problem(null, null, text.sentBefore());
        }
        return BESIDE.contains(field) || field.contains("[") ? problem : new Problem(null, null, problem.message());
    }
}
