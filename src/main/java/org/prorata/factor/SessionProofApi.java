package org.prorata.factor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.prorata.identity.Again;
import org.prorata.identity.Awaits;
import org.prorata.identity.Person;
import org.prorata.identity.Proofs;
import org.prorata.identity.Token;
import org.prorata.identity.Who;
import org.prorata.web.Language;
import org.prorata.web.OriginOnly;

/** Second factors, passkeys and proofs for programs. Open to all, since a session whose second factor is awaited is nobody's yet: what needs a session asks for one. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
public class SessionProofApi {

    static final String PROOF = "/api/v1/session/proof";

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** One of them. @param code of an authenticator app, or a recovery code @param credential a passkey's signature, in WebAuthn's JSON */
    record Given(@Schema(examples = "larch copper nine lanterns") String password, @Schema(examples = "123456") String code, JsonNode credential) {
    }

    record Signed(JsonNode credential) {
    }

    /** @param csrf the session's new token for the header X-CSRF-Token; left out where it is the same as before */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(String csrf) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(String error, Instant again) {
    }

    @Inject
    Who who;
    @Inject
    Proving proving;
    @Inject
    Proofs proofs;
    @Inject
    Passkeys passkeys;
    @Inject
    ProvePages words;
    final FactorText text = Language.texts(FactorText.class);

    @POST
    @PermitAll
    @Path("api/v1/session/factor")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give the second factor", description = "After a sign-in that was answered with secondFactor: a code, a recovery code, or a passkey's signature. Sets the session's new cookie and "
            + "gives its new token. 401: it was not right. 429: too many wrong ones; the header Retry-After says when to try again.")
    public Response give(Given given, RoutingContext context) {
        return taken(who.person().filter(person -> person.awaits() == Awaits.FACTOR).orElseThrow(UnauthorizedException::new), given, UNAUTHORIZED, context);
    }

    @POST
    @PermitAll
    @Path("api/v1/session/proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Prove anew who one is", description = "For what was answered with 403 and prove: the password of one who has no second factor, else a code, a recovery code or a passkey's "
            + "signature. 403: it was not right. 429: too many wrong ones.")
    public Response prove(Given given, RoutingContext context) {
        return taken(who.person().orElseThrow(UnauthorizedException::new), given, FORBIDDEN, context);
    }

    @POST
    @PermitAll
    @Path("api/v1/session/proof/options")
    @Operation(summary = "What a passkey has to sign for a second factor or a proof")
    public PasskeyOptions.Request options(RoutingContext context) {
        return passkeys.request(who.person().orElseThrow(UnauthorizedException::new), context);
    }

    @POST
    @PermitAll
    @OriginOnly
    @Path("api/v1/session/passkey/options")
    @Operation(summary = "What a passkey has to sign for a sign-in", description = "Sets a cookie that has to come with the signature.")
    public Response entryOptions(RoutingContext context) {
        String browser = Token.random();
        return Response.ok(passkeys.request(browser, context)).cookie(proofs.passkeyCookie(browser, Challenges.SECONDS, context)).build();
    }

    @POST
    @PermitAll
    @OriginOnly
    @Path("api/v1/session/passkey")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in by a passkey alone", description = "Sets the session's cookie and gives its token. 401: it is not taken. 429: too many were not taken from this address.")
    public Response enter(Signed signed, RoutingContext context) {
        PasskeyEntry.Outcome outcome = PasskeyEntry.enter(passkeys, proofs, signed == null ? null : json(signed.credential()), context);
        if (outcome.entered() != null) {
            return Response.ok(new Taken(outcome.entered().csrf())).cookie(outcome.entered().cookies()).build();
        }
        Response.ResponseBuilder refused = outcome.again() == null ? Response.status(UNAUTHORIZED).entity(new Failed(text.passkeyRefused(), null))
                : Response.status(Again.TOO_MANY).entity(new Failed(text.throttled(outcome.again().toString()), outcome.again()));
        return words.waiting(refused, new Proving.Outcome(null, Proofs.Said.WRONG, outcome.again()));
    }

    private Response taken(Person person, Given given, int whereWrong, RoutingContext context) {
        Proving.Typed typed = given == null ? new Proving.Typed(null, null, null) : new Proving.Typed(given.password(), given.code(), json(given.credential()));
        Proving.Outcome outcome = proving.look(person, typed, context);
        if (outcome.right()) {
            Proofs.Entered entered = proofs.accept(person, outcome.by(), outcome.second(), context);
            return Response.ok(new Taken(entered.csrf())).cookie(entered.cookies()).build();
        }
        boolean byPassword = proving.ways(person).contains(Proving.PASSWORD);
        return words.waiting(Response.status(words.status(outcome, whereWrong)).entity(new Failed(words.words(outcome, byPassword), outcome.again())), outcome);
    }

    private static String json(JsonNode node) {
        return node == null || node.isNull() ? null : node.toString();
    }
}
