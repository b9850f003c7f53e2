package org.prorata.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.approval.Approvals;
import org.prorata.approval.Attempt;
import org.prorata.approval.Proposal.Person;
import org.prorata.deal.DealDoor;
import org.prorata.deal.OpenDeal;
import org.prorata.identity.Who;
import org.prorata.web.ShowsAgain;

/** The agent's form that puts an earlier transfer right, or takes it back. What it proposes changes nothing until another person approves. */
@Path("/")
public class CorrectTransferPages {

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CorrectPage(CorrectionSheet sheet) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject CorrectionSheets sheets;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    @Inject Who who;

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/entries/{entry}/correct")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form(@PathParam("deal") String deal, @PathParam("entry") long entry, @RestQuery UUID from) {
        return new CorrectPage(sheets.first(door.keep(deal), entry, from));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/entries/{entry}/correct")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response correct(@PathParam("deal") String deal, @PathParam("entry") long entry, @BeanParam CorrectionTyped typed) {
        OpenDeal open = door.keep(deal);
        Attempt attempt = Attempt.of(sheets.unreadable(typed),
                () -> approvals.propose(typed.ask(open.id(), CorrectTransfer.KIND, json.valueToTree(sheets.form(open, entry, typed))), Person.of(who.viewer())));
        return attempt.answer(() -> new CorrectPage(sheets.sheet(open, entry, typed, attempt)));
    }
}
