package org.prorata.register;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.prorata.approval.Approvals;
import org.prorata.approval.Attempt;
import org.prorata.approval.Proposal.Person;
import org.prorata.deal.DealDoor;
import org.prorata.deal.OpenDeal;
import org.prorata.identity.Who;
import org.prorata.register.ShareSheet.Check;
import org.prorata.web.Language;
import org.prorata.web.Problem;
import org.prorata.web.ShowsAgain;

/** Update shares: the form, what the server says to it while it is typed, and the proposal. */
@Path("/")
public class ShareFormPages {

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SharesPage(ShareSheet sheet) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SharesCheck(Check check) implements TemplateInstance {
    }

    @Inject DealDoor door;
    @Inject Who who;
    @Inject ShareSheets sheets;
    @Inject Approvals approvals;
    final RegisterText text = Language.texts(RegisterText.class);

    static String path(String dealSlug) {
        return "/deals/" + dealSlug + "/register/propose";
    }

    @GET
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/propose")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form(@PathParam("deal") String deal, @BeanParam ShareTyped.Choices choices) {
        return new SharesPage(sheets.first(door.keep(deal), choices));
    }

    /** The same form for another day, tranche or unit, or with more rows; what was typed stays. Changes nothing. */
    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/propose/form")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance formAgain(@PathParam("deal") String deal, @BeanParam ShareTyped typed) {
        return new SharesPage(sheets.sheet(door.keep(deal), typed, List.of(), null));
    }

    /** A part of a page: what the server's rules say to what is typed so far. Changes nothing. */
    @POST
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/propose/check")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance check(@PathParam("deal") String deal, @BeanParam ShareTyped typed) {
        return new SharesCheck(sheets.checked(door.keep(deal), typed));
    }

    @POST
    @ShowsAgain
    @PermissionsAllowed("propose")
    @Path("deals/{deal}/register/propose")
    @Produces(MediaType.TEXT_HTML)
    public Response propose(@PathParam("deal") String deal, @BeanParam ShareTyped typed) {
        OpenDeal open = door.keep(deal);
        TypedShares read = sheets.read(typed);
        Attempt attempt = Attempt.of(unreadable(typed, read), () -> approvals.propose(typed.ask(open.id(), read.kind(), sheets.payload(read)), Person.of(who.viewer())));
        return attempt.answer(() -> new SharesPage(sheets.sheet(open, typed, attempt.problems(), attempt.refused())));
    }

    private List<Problem> unreadable(ShareTyped typed, TypedShares read) {
        if (typed.pasted != null && !typed.pasted.isBlank()) {
            // Else what stands there, and was meant, would be passed over unseen.
            return List.of(new Problem("pasted", null, text.pasteFirst()));
        }
        return read.dateRead() || typed.on == null || typed.on.isBlank() ? List.of() : List.of(new Problem("on", typed.on, text.dateRight()));
    }
}
