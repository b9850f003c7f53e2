package org.prorata.adjustment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.adjustment.AdjustmentsView.Part;
import org.prorata.approval.Approvals;
import org.prorata.approval.Attempt;
import org.prorata.approval.DealVersion;
import org.prorata.approval.Proposal.Person;
import org.prorata.approval.Proposal;
import org.prorata.deal.DealDoor;
import org.prorata.deal.OpenDeal;
import org.prorata.identity.Who;
import org.prorata.web.AsOf;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.ShowsAgain;

/** The agent's form that takes a settlement back. What it proposes changes nothing until another person approves. */
@Path("/")
public class UnsettlePages {

    @CheckedTemplate(basePath = "adjustment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record UnsettlePage(UnsettleForm form) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject AdjustmentReader reader;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    @Inject Who who;
    final AdjustmentText text = Language.texts(AdjustmentText.class);

    /** @param lender the one whose settlement was wrong, by its handle; left out: none is chosen yet. @param from a proposal whose content the form takes up */
    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/adjustments/{no}/unsettle")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance form(@PathParam("deal") String deal, @PathParam("no") int no, @RestQuery String lender, @RestQuery UUID from) {
        OpenDeal open = door.keep(deal);
        UnsettleTyped typed = new UnsettleTyped();
        typed.lenders = lender == null ? List.of() : List.of(lender);
        if (from != null) {
            take(open, from, typed);
        }
        return new UnsettlePage(form(open, no, typed, null));
    }

    private void take(OpenDeal open, UUID from, UnsettleTyped typed) {
        Proposal proposal = Proposal.byId(from).filter(found -> found.dealId().equals(open.id()) && found.kind().equals(TakeSettlementBack.KIND)).orElseThrow(NotThere::new);
        JsonNode payload = approvals.payload(proposal);
        typed.lenders = new ArrayList<>();
        payload.path("lenders").forEach(lender -> typed.lenders.add(lender.asText()));
        typed.reason = proposal.reason();
        typed.reference = proposal.reference();
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/adjustments/{no}/unsettle")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response takeBack(@PathParam("deal") String deal, @PathParam("no") int no, @BeanParam UnsettleTyped typed) {
        OpenDeal open = door.keep(deal);
        JsonNode payload = json.valueToTree(new TakeSettlementBack.Form(no, typed.lenders));
        List<Problem> unreadable = typed.lenders == null || typed.lenders.isEmpty() ? List.of(new Problem("lenders", null, text.chooseOne())) : List.of();
        Attempt attempt = Attempt.of(unreadable, () -> approvals.propose(typed.ask(open.id(), TakeSettlementBack.KIND, payload), Person.of(who.viewer())));
        return attempt.answer(() -> new UnsettlePage(form(open, no, typed, attempt)));
    }

    private UnsettleForm form(OpenDeal open, int no, UnsettleTyped typed, Attempt attempt) {
        List<Part> parts = reader.read(open, new AsOf(LocalDate.MAX, null)).adjustments().stream().filter(one -> one.no() == no).findFirst().orElseThrow(NotThere::new).parts();
        Map<String, UnsettleForm.Choice> choices = new LinkedHashMap<>();
        for (Part part : parts) {
            if (!part.open()) {
                choices.computeIfAbsent(part.lender(), lender -> new UnsettleForm.Choice(lender, part.name(), part, new ArrayList<>(), typed.lenders != null && typed.lenders.contains(lender)))
                        .amounts().add(part.unit() + " " + Formats.grouped(part.difference()));
            }
        }
        return new UnsettleForm(open.slug(), no, List.copyOf(choices.values()), said(typed.reason), said(typed.reference), DealVersion.current(open.id()).orElseThrow(NotThere::new),
                typed.keyAgain(attempt == null ? List.of() : attempt.problems()), problems(attempt), attempt == null ? null : attempt.refused());
    }

    private Problems problems(Attempt attempt) {
        return attempt == null ? Problems.NONE : new Problems(attempt.problems().stream().map(problem -> switch (String.valueOf(problem.field())) {
            case "idempotencyKey" -> new Problem(null, null, text.sentBefore());
            case "adjustment", "payload" -> new Problem(null, null, problem.message());
            default -> problem;
        }).toList());
    }

    private static String said(String words) {
        return words == null ? "" : words;
    }
}
