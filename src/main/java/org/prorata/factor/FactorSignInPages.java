package org.prorata.factor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.prorata.identity.Again;
import org.prorata.identity.Awaits;
import org.prorata.identity.LocalPath;
import org.prorata.identity.Person;
import org.prorata.identity.Proofs;
import org.prorata.identity.Who;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.OfThisBrowser;
import org.prorata.web.Problem;
import org.prorata.web.Problems;

/** The second step of a sign-in, and the sign-in by a passkey alone. Open to all, since nobody is signed in yet: the first asks for a session whose second factor is awaited. */
@Path("/")
public class FactorSignInPages {

    /** @param name of the one whose password was right */
    record Step(String name, String to, List<String> ways) {

        public boolean byPasskey() {
            return ways.contains(SecondFactors.PASSKEY);
        }

        public boolean byApp() {
            return ways.contains(SecondFactors.TOTP);
        }
    }

    @CheckedTemplate(basePath = "factor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepPage(Step step, Problems problems) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "factor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PasskeyRefusedPage(String signIn, String reason) implements TemplateInstance {
    }

    private static final int UNAUTHORIZED = 401;

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

    @GET
    @PermitAll
    @Path("login/factor")
    @Produces(MediaType.TEXT_HTML)
    public Response form(@RestQuery String to) {
        Optional<Person> person = who.person().filter(one -> one.awaits() == Awaits.FACTOR);
        return person.isEmpty() ? Response.seeOther(LocalPath.of(to)).build() : page(200, person.get(), to, Problems.NONE).build();
    }

    @POST
    @PermitAll
    @Path("login/factor")
    @Produces(MediaType.TEXT_HTML)
    public Response give(@RestForm String code, @RestForm String credential, @RestForm String to, RoutingContext context) {
        Person person = who.person().orElseThrow(UnauthorizedException::new);
        if (person.awaits() != Awaits.FACTOR) {
            return Response.seeOther(LocalPath.of(to)).build();
        }
        try {
            Proving.Outcome outcome = proving.look(person, new Proving.Typed(null, code, credential), context);
            if (!outcome.right()) {
                Problems problems = new Problems(List.of(new Problem("code", null, words.words(outcome, false))));
                return words.waiting(page(words.status(outcome, UNAUTHORIZED), person, to, problems), outcome);
            }
            return Response.seeOther(LocalPath.of(to)).cookie(proofs.accept(person, outcome.by(), true, context).cookies()).build();
        } catch (BadInput missing) {
            return page(ProvePages.UNPROCESSABLE, person, to, new Problems(missing.problems())).build();
        }
    }

    @POST
    @PermitAll
    @OfThisBrowser
    @Path("login/passkey")
    @Produces(MediaType.TEXT_HTML)
    public Response enter(@RestForm String credential, @RestForm String to, RoutingContext context) {
        PasskeyEntry.Outcome outcome = PasskeyEntry.enter(passkeys, proofs, credential, context);
        if (outcome.entered() != null) {
            return Response.seeOther(LocalPath.of(to)).cookie(outcome.entered().cookies()).build();
        }
        String reason = outcome.again() == null ? text.passkeyRefused() : text.throttled(Again.minute(outcome.again()));
        Response.ResponseBuilder refused = Response.status(outcome.again() == null ? UNAUTHORIZED : Again.TOO_MANY).type(MediaType.TEXT_HTML)
                .entity(new PasskeyRefusedPage("/login?to=" + URLEncoder.encode(LocalPath.of(to).toString(), StandardCharsets.UTF_8), reason));
        return words.waiting(refused, new Proving.Outcome(null, Proofs.Said.WRONG, outcome.again()));
    }

    private Response.ResponseBuilder page(int status, Person person, String to, Problems problems) {
        return Response.status(status).type(MediaType.TEXT_HTML).entity(new StepPage(new Step(person.name(), LocalPath.of(to).toString(), proving.ways(person)), problems));
    }
}
