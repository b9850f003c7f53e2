package org.prorata.factor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.identity.FreshProof;
import org.prorata.identity.Numbers;
import org.prorata.identity.Person;
import org.prorata.identity.Who;
import org.prorata.web.NotThere;

/** One's own second factors for programs. Like their pages open to all, and each asks for its {@link Person}. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class FactorApi {

    record Code(@Schema(examples = "123456") String code, @Schema(examples = "My telephone") String name) {
    }

    /** @param credential a new passkey, in WebAuthn's JSON */
    record Passkey(@Schema(examples = "My laptop") String name, JsonNode credential) {
    }

    record Name(@Schema(examples = "My old telephone") String name) {
    }

    /**
     * @param recoveryCodes made with the first second factor and told this once
     * @param csrf          the session's new token, where it waited for this
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Added(UUID id, List<String> recoveryCodes, String csrf) {
    }

    record Codes(List<String> recoveryCodes) {
    }

    @Inject
    Who who;
    @Inject
    OwnFactors own;
    @Inject
    Authenticators authenticators;
    @Inject
    Passkeys passkeys;
    @Inject
    SecondFactors factors;

    @GET
    @PermitAll
    @Path("api/v1/account/factors")
    @Operation(summary = "One's own second factors")
    public OwnFactors.Standing list(RoutingContext context) {
        return own.of(who.enrolling(), context);
    }

    @POST
    @PermitAll
    @FreshProof
    @Path("api/v1/account/factors/app")
    @Operation(summary = "Ask for a secret for an authenticator app", description = "It is the user's once a right code of it was sent. 403: who asks has to prove anew who it is. 409: the user has an app "
            + "already, or the portal has no key to keep its secret with.")
    public Authenticators.Offer offerApp() {
        Person person = who.enrolling();
        authenticators.offer(person);
        return authenticators.offered(person).orElseThrow(NotThere::new);
    }

    @POST
    @PermitAll
    @Path("api/v1/account/factors/app/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show by a right code that the app works")
    public Response confirmApp(Code code, RoutingContext context) {
        return added(own.confirmApp(who.enrolling(), code == null ? null : code.code(), code == null ? null : code.name(), context));
    }

    @POST
    @PermitAll
    @FreshProof
    @Path("api/v1/account/factors/passkeys/options")
    @Operation(summary = "What a browser makes a new passkey of", description = "403: who asks has to prove anew who it is.")
    public PasskeyOptions.Creation passkeyOptions(RoutingContext context) {
        return passkeys.creation(who.enrolling(), context);
    }

    @POST
    @PermitAll
    @FreshProof
    @Path("api/v1/account/factors/passkeys")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a passkey")
    public Response addPasskey(Passkey passkey, RoutingContext context) {
        boolean none = passkey == null || passkey.credential() == null;
        return added(own.addPasskey(who.enrolling(), passkey == null ? null : passkey.name(), none ? null : passkey.credential().toString(), context));
    }

    @POST
    @PermitAll
    @Path("api/v1/account/factors/{factor}/rename")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give a second factor another name")
    public OwnFactors.Standing rename(@PathParam("factor") String factor, Name name, RoutingContext context) {
        factors.rename(who.enrolling(), Numbers.of(factor), name == null ? null : name.name());
        return own.of(who.enrolling(), context);
    }

    @DELETE
    @PermitAll
    @FreshProof
    @Path("api/v1/account/factors/{factor}")
    @Operation(summary = "Remove a second factor", description = "With the last one the recovery codes go too. 403: who asks has to prove anew who it is.")
    public OwnFactors.Standing remove(@PathParam("factor") String factor, RoutingContext context) {
        factors.remove(who.enrolling(), Numbers.of(factor));
        return own.of(who.enrolling(), context);
    }

    @POST
    @PermitAll
    @FreshProof
    @Path("api/v1/account/factors/codes")
    @Operation(summary = "Make other recovery codes", description = "They are told this once; those before are void. 403: who asks has to prove anew who it is.")
    public Codes remakeCodes() {
        return new Codes(factors.remakeCodes(who.enrolling()));
    }

    private static Response added(OwnFactors.Added added) {
        return Response.ok(new Added(added.factor(), added.codes(), added.entered().csrf())).cookie(added.entered().cookies()).build();
    }
}
