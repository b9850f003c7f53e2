package org.prorata.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.web.BadInput;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/** The inbox of requests for access, and one request with its decision; for the portal's administrators and for lenders' own. */
@Path("/")
public class RequestPages {

    /** @param lender whether they are a lender's own administrators' @param at their address @param users the address of users @param alone whether the one who looks is the portal's only administrator */
    record Inbox(boolean lender, String at, String users, List<RequestView> open, List<RequestView> recent, boolean alone) {
    }

    /** @param typed the comment @param done the word of what was just done; null where nothing was */
    record One(String at, String users, RequestView request, String typed, Problems problems, Refused refused, String done) {
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestsPage(Inbox shown) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestPage(One shown) implements TemplateInstance {
    }

    private interface Deciding {
        void on(Side side, UUID request, String comment);
    }

    private static final Set<String> DONE = Set.of("accepted", "refused", "withdrawn");
    private static final int UNPROCESSABLE = 422;

    @Inject
    GrantRequests requests;
    @Inject
    RequestReader reader;

    @GET
    @PermissionsAllowed("administer")
    @Path("access-requests")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance inbox() {
        return inbox(Side.AGENT);
    }

    @GET
    @PermissionsAllowed("administer")
    @Path("access-requests/{request}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance request(@PathParam("request") String request, @RestQuery String done) {
        return page(Side.AGENT, Numbers.of(request), "", Problems.NONE, null, done);
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("access-requests/{request}/accept")
    @Produces(MediaType.TEXT_HTML)
    public Response accept(@PathParam("request") String request, @RestForm String comment) {
        return decided(Side.AGENT, request, comment, "accepted", requests::accept);
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("access-requests/{request}/refuse")
    @Produces(MediaType.TEXT_HTML)
    public Response refuse(@PathParam("request") String request, @RestForm String comment) {
        return decided(Side.AGENT, request, comment, "refused", requests::refuse);
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("access-requests/{request}/withdraw")
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@PathParam("request") String request, @RestForm String comment) {
        return decided(Side.AGENT, request, comment, "withdrawn", requests::withdraw);
    }

    @GET
    @PermissionsAllowed("administer-lender")
    @Path("lender-requests")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance lendersInbox() {
        return inbox(Side.LENDER);
    }

    @GET
    @PermissionsAllowed("administer-lender")
    @Path("lender-requests/{request}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance lendersRequest(@PathParam("request") String request, @RestQuery String done) {
        return page(Side.LENDER, Numbers.of(request), "", Problems.NONE, null, done);
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @FreshProof
    @Path("lender-requests/{request}/accept")
    @Produces(MediaType.TEXT_HTML)
    public Response acceptLenders(@PathParam("request") String request, @RestForm String comment) {
        return decided(Side.LENDER, request, comment, "accepted", requests::accept);
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("lender-requests/{request}/refuse")
    @Produces(MediaType.TEXT_HTML)
    public Response refuseLenders(@PathParam("request") String request, @RestForm String comment) {
        return decided(Side.LENDER, request, comment, "refused", requests::refuse);
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("lender-requests/{request}/withdraw")
    @Produces(MediaType.TEXT_HTML)
    public Response withdrawLenders(@PathParam("request") String request, @RestForm String comment) {
        return decided(Side.LENDER, request, comment, "withdrawn", requests::withdraw);
    }

    private TemplateInstance inbox(Side side) {
        return new RequestsPage(new Inbox(side == Side.LENDER, side.requests(), side.users(), reader.open(side), reader.recent(side), side == Side.AGENT && requests.isAlone()));
    }

    private Response decided(Side side, String number, String comment, String word, Deciding deciding) {
        UUID request = Numbers.of(number);
        try {
            deciding.on(side, request, comment);
            return Response.seeOther(URI.create(side.requests() + "/" + request + "?done=" + word)).build();
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(page(side, request, comment, Problems.NONE, refused, null)).build();
        } catch (BadInput wrong) {
            return Response.status(UNPROCESSABLE).entity(page(side, request, comment, new Problems(wrong.problems()), null, null)).build();
        }
    }

    private RequestPage page(Side side, UUID request, String typed, Problems problems, Refused refused, String done) {
        return new RequestPage(new One(side.requests(), side.users(), reader.of(side, request), typed, problems, refused, done != null && DONE.contains(done) ? done : null));
    }
}
