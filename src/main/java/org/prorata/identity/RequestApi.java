package org.prorata.identity;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests for access, for the programs of administrators: the portal's, and lenders' own. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class RequestApi {

    /** @param comment may be left out, but not to refuse */
    record Comment(String comment) {
    }

    /** @param open oldest first @param decided the last ones, newest first */
    record Listed(List<RequestView> open, List<RequestView> decided) {
    }

    @Inject
    GrantRequests requests;
    @Inject
    RequestReader reader;

    @GET
    @PermissionsAllowed("administer")
    @Path("api/v1/access-requests")
    @Operation(summary = "Requests for access: all open ones, and the last that were decided")
    public Listed list() {
        return listed(Side.AGENT);
    }

    @GET
    @PermissionsAllowed("administer")
    @Path("api/v1/access-requests/{request}")
    @Operation(summary = "A request for access")
    public RequestView request(@PathParam("request") String request) {
        return reader.of(Side.AGENT, Numbers.of(request));
    }

    @POST
    @PermissionsAllowed("administer")
    @FreshProof
    @Path("api/v1/access-requests/{request}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Accept what another administrator asked for", description = "403: who asks has to prove anew who it is. 409: one's own, for oneself, decided already, or what it rests on has changed")
    public RequestView accept(@PathParam("request") String request, Comment comment) {
        return accepted(Side.AGENT, Numbers.of(request), comment);
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("api/v1/access-requests/{request}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuse what another administrator asked for", description = "With a comment that says why. 409: one's own, for oneself, or decided already")
    public RequestView refuse(@PathParam("request") String request, Comment comment) {
        return refused(Side.AGENT, Numbers.of(request), comment);
    }

    @POST
    @PermissionsAllowed("administer")
    @Path("api/v1/access-requests/{request}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Withdraw what one asked for", description = "409: another's, or decided already")
    public RequestView withdraw(@PathParam("request") String request, Comment comment) {
        return withdrawn(Side.AGENT, Numbers.of(request), comment);
    }

    @GET
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-requests")
    @Operation(summary = "What administrators of one's own lender asked for")
    public Listed ofLender() {
        return listed(Side.LENDER);
    }

    @GET
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-requests/{request}")
    @Operation(summary = "A request of an administrator of one's own lender")
    public RequestView lendersRequest(@PathParam("request") String request) {
        return reader.of(Side.LENDER, Numbers.of(request));
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @FreshProof
    @Path("api/v1/lender-requests/{request}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Accept what another administrator of one's own lender asked for", description = "As /api/v1/access-requests/{request}/accept")
    public RequestView acceptLenders(@PathParam("request") String request, Comment comment) {
        return accepted(Side.LENDER, Numbers.of(request), comment);
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-requests/{request}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuse what another administrator of one's own lender asked for", description = "As /api/v1/access-requests/{request}/refuse")
    public RequestView refuseLenders(@PathParam("request") String request, Comment comment) {
        return refused(Side.LENDER, Numbers.of(request), comment);
    }

    @POST
    @PermissionsAllowed("administer-lender")
    @Path("api/v1/lender-requests/{request}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Withdraw what one asked for", description = "As /api/v1/access-requests/{request}/withdraw")
    public RequestView withdrawLenders(@PathParam("request") String request, Comment comment) {
        return withdrawn(Side.LENDER, Numbers.of(request), comment);
    }

    private Listed listed(Side side) {
        return new Listed(reader.open(side), reader.recent(side));
    }

    private RequestView accepted(Side side, UUID request, Comment comment) {
        requests.accept(side, request, said(comment));
        return reader.of(side, request);
    }

    private RequestView refused(Side side, UUID request, Comment comment) {
        requests.refuse(side, request, said(comment));
        return reader.of(side, request);
    }

    private RequestView withdrawn(Side side, UUID request, Comment comment) {
        requests.withdraw(side, request, said(comment));
        return reader.of(side, request);
    }

    private static String said(Comment comment) {
        return comment == null ? null : comment.comment();
    }
}
