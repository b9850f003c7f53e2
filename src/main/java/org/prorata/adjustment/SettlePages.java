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
import java.time.DateTimeException;
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
import org.prorata.web.Option;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.ShowsAgain;
import org.prorata.web.Today;

/** The agent's form that settles an adjustment. What it proposes changes nothing until another person approves. */
@Path("/")
public class SettlePages {

    @CheckedTemplate(basePath = "adjustment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SettlePage(SettleForm form) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject AdjustmentReader reader;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    @Inject Who who;
    @Inject Today today;
    final AdjustmentText text = Language.texts(AdjustmentText.class);

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/adjustments/{no}/settle")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance form(@PathParam("deal") String deal, @PathParam("no") int no, @RestQuery UUID from) {
        OpenDeal open = door.keep(deal);
        SettleTyped typed = new SettleTyped();
        typed.on = today.today(open.zone()).toString();
        if (from != null) {
            take(open, from, typed);
        }
        return new SettlePage(form(open, no, typed, null));
    }

    private void take(OpenDeal open, UUID from, SettleTyped typed) {
        Proposal proposal = Proposal.byId(from).filter(found -> found.dealId().equals(open.id()) && found.kind().equals(SettleAdjustment.KIND)).orElseThrow(NotThere::new);
        JsonNode payload = approvals.payload(proposal);
        typed.lenders = new ArrayList<>();
        payload.path("lenders").forEach(lender -> typed.lenders.add(lender.asText()));
        typed.on = payload.path("on").asText("");
        typed.how = payload.path("how").asText("");
        typed.reason = proposal.reason();
        typed.reference = proposal.reference();
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/adjustments/{no}/settle")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response settle(@PathParam("deal") String deal, @PathParam("no") int no, @BeanParam SettleTyped typed) {
        OpenDeal open = door.keep(deal);
        JsonNode payload = json.valueToTree(new SettleAdjustment.Form(no, typed.lenders, date(typed.on), said(typed.how)));
        Attempt attempt = Attempt.of(unreadable(typed), () -> approvals.propose(typed.ask(open.id(), SettleAdjustment.KIND, payload), Person.of(who.viewer())));
        return attempt.answer(() -> new SettlePage(form(open, no, typed, attempt)));
    }

    private List<Problem> unreadable(SettleTyped typed) {
        List<Problem> problems = new ArrayList<>();
        if (!said(typed.on).isBlank() && date(typed.on) == null) {
            problems.add(new Problem("on", typed.on, text.dateRight()));
        }
        if (typed.lenders == null || typed.lenders.isEmpty()) {
            problems.add(new Problem("lenders", null, text.chooseOne()));
        }
        return problems;
    }

    private SettleForm form(OpenDeal open, int no, SettleTyped typed, Attempt attempt) {
        List<Part> parts = reader.read(open, new AsOf(LocalDate.MAX, null)).adjustments().stream().filter(one -> one.no() == no).findFirst().orElseThrow(NotThere::new).parts();
        Map<String, SettleForm.Choice> choices = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.open()) {
                choices.computeIfAbsent(part.lender(), lender -> new SettleForm.Choice(lender, part.name(), new ArrayList<>(), typed.lenders == null || typed.lenders.contains(lender)))
                        .amounts().add(part.unit() + " " + Formats.grouped(part.difference()));
            }
        }
        List<Option> ways = Settlement.WAYS.stream().map(way -> new Option(way, text.way(way))).toList();
        return new SettleForm(open.slug(), no, List.copyOf(choices.values()), ways, said(typed.on), said(typed.how), said(typed.reason), said(typed.reference),
                DealVersion.current(open.id()).orElseThrow(NotThere::new), typed.keyAgain(attempt == null ? List.of() : attempt.problems()), problems(attempt), attempt == null ? null : attempt.refused());
    }

    private Problems problems(Attempt attempt) {
        return attempt == null ? Problems.NONE : new Problems(attempt.problems().stream().map(problem -> switch (String.valueOf(problem.field())) {
            case "idempotencyKey" -> new Problem(null, null, text.sentBefore());
            case "adjustment", "payload" -> new Problem(null, null, problem.message());
            default -> problem;
        }).toList());
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(said(typed).strip());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static String said(String words) {
        return words == null ? "" : words;
    }
}
