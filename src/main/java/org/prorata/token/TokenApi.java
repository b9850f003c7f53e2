package org.prorata.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.identity.FreshProof;
import org.prorata.identity.Numbers;
import org.prorata.identity.ProgramTokens;

/** One's own tokens for programs. A session makes and revokes them; a token does neither. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class TokenApi {

    record Tokens(List<ProgramTokens.Listed> tokens) {
    }

    @Schema(name = "NewToken")
    record Wanted(@Schema(examples = "nightly export") String name, @Schema(examples = "read", description = "read or propose") String scope,
            @Schema(examples = "[\"rusoro-2010\"]", description = "Deals of which it reaches all that its user reaches") List<String> deals,
            @Schema(examples = "[\"rusoro-2010/endeavour\"]", description = "Single lenders, as deal and lender") List<String> lenders,
            @Schema(examples = "90", description = "1 to 365; 90 where it is left out") Integer days) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(@Schema(description = "Goes into the header “Authorization: Bearer …”. It is told here and never again.") String token, @JsonUnwrapped ProgramTokens.Listed listed) {
    }

    @Inject
    OwnTokens own;

    @GET
    @Path("api/v1/account/tokens")
    @Authenticated
    @Operation(summary = "One's own tokens for programs", description = "Those that were not revoked, the newest first.")
    public Tokens list() {
        return new Tokens(own.list());
    }

    @FreshProof
    @POST
    @Path("api/v1/account/tokens")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a token for a program", description = "It opens what its scope names and its user's grants open at the time of each request, and never decides, administers or signs in.")
    public Response make(Wanted wanted) {
        OwnTokens.Made made = own.make(wanted == null ? new OwnTokens.Asked(null, null, null, null, null)
                : new OwnTokens.Asked(wanted.name(), wanted.scope(), wanted.deals(), wanted.lenders(), wanted.days() == null ? null : wanted.days().toString()));
        return Response.status(Response.Status.CREATED).entity(new Made(made.token(), made.listed())).build();
    }

    @DELETE
    @Path("api/v1/account/tokens/{token}")
    @Authenticated
    @Operation(summary = "Revoke one of one's own tokens", description = "It opens nothing from the next request on.")
    public void revoke(@PathParam("token") String token) {
        own.revoke(Numbers.of(token));
    }
}
