package org.prorata.factor;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.prorata.identity.FreshProof;
import org.prorata.identity.Person;
import org.prorata.identity.Proofs;
import org.prorata.identity.RefusedAccess;
import org.prorata.identity.Who;
import org.prorata.web.BadInput;
import org.prorata.web.Csrf;
import org.prorata.web.Failures;
import org.prorata.web.Problems;
import org.prorata.web.TypedForm;

/**
 * Asks for a proof before a method with {@link FreshProof} runs, where the session's last one is too old. A page asks on a page of its own, whose form has all that was typed and leads to the
 * same address: with the right proof the method runs at once. A program is told where to prove who it is. Runs after {@link Csrf}, and after the framework has asked for the method's right.
 */
@Singleton
public class ProofFilter {

    private static final String PREFIX = "proof-";
    private static final Set<String> NOT_CARRIED = Set.of(Csrf.FIELD, PREFIX + "password", PREFIX + "code", PREFIX + "credential");
    private static final int FORBIDDEN = 403;

    @Inject
    Who who;
    @Inject
    Proving proving;
    @Inject
    Proofs proofs;
    @Inject
    ProvePages pages;
    @Inject
    Failures failures;

    @WithFormRead
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public Response check(ResteasyReactiveContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        if (resource.getResourceMethod() == null || !resource.getResourceMethod().isAnnotationPresent(FreshProof.class)) {
            return null;
        }
        Optional<Person> person = who.person();
        // Nobody: the method refuses by itself. A form that is only shown does nothing that a proof is asked for.
        if (person.isEmpty() || person.get().fresh() || TypedForm.onlyShown()) {
            return null;
        }
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            request.setProperty(RefusedAccess.BECAUSE, "a fresh proof is asked for");
            return failures.proveFirst(request, SessionProofApi.PROOF);
        }
        FormData form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        return ofForm(person.get(), form, request, context);
    }

    private Response ofForm(Person person, FormData form, ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        ProvePages.Asked asked = new ProvePages.Asked(context.request().uri(), carried(form), proving.ways(person));
        Proving.Typed typed = new Proving.Typed(first(form, "password"), first(form, "code"), first(form, "credential"));
        boolean sent = form != null && (form.contains(PREFIX + "password") || form.contains(PREFIX + "code"));
        if (!sent) {
            request.setProperty(RefusedAccess.BECAUSE, "a fresh proof is asked for");
            return pages.ask(FORBIDDEN, asked, Problems.NONE).build();
        }
        try {
            Proving.Outcome outcome = proving.look(person, typed, context);
            if (!outcome.right()) {
                request.setProperty(RefusedAccess.BECAUSE, "the proof was not right");
                return pages.again(asked, outcome);
            }
            proofs.accept(person, outcome.by(), outcome.second(), context);
            return null;
        } catch (BadInput missing) {
            return pages.ask(ProvePages.UNPROCESSABLE, asked, ProvePages.named(missing)).build();
        }
    }

    private static List<ProvePages.Field> carried(FormData form) {
        List<ProvePages.Field> fields = new ArrayList<>();
        if (form != null) {
            for (String name : form) {
                Deque<FormValue> values = form.get(name);
                if (!NOT_CARRIED.contains(name) && values != null) {
                    values.stream().filter(value -> !value.isFileItem()).forEach(value -> fields.add(new ProvePages.Field(name, value.getValue())));
                }
            }
        }
        return fields;
    }

    private static String first(FormData form, String name) {
        FormValue value = form == null ? null : form.getFirst(PREFIX + name);
        return value == null || value.isFileItem() ? null : value.getValue();
    }
}
