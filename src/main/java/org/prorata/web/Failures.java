package org.prorata.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * The one table of failure to answer: a page in the portal's layout, or JSON under {@code /api/}. Never a trace, the
 * name of a class, a version or a query (S8).
 */
@Singleton
public class Failures {

    /** The property of a request that was refused, or led to the sign-in, since nobody is signed in. */
    public static final String SIGN_IN_FIRST = "org.prorata.sign-in-first";

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Error(Failure failure) implements TemplateInstance {
    }

    /** The body of a failure under {@code /api/}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ApiError(String error, String id, List<String> details, List<Problem> problems, String prove) {
    }

    private static final String FORM_READER = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final int READERS_DEPTH = 6;

    final WebText text = Language.texts(WebText.class);
    @Inject
    Frame frame;
    @Inject
    RoutingContext routing;
    @Inject
    Instance<TypedForms> forms;

    @ServerExceptionMapper
    public Response badInput(BadInput wrong, ContainerRequestContext request) {
        int status = wrong.inAddress() ? 400 : 422;
        return answer(request, new Failure(status, text.badInputTitle(), text.badInput(), List.of(), wrong.problems(), null));
    }

    @ServerExceptionMapper
    public Response refused(Refused refused, ContainerRequestContext request) {
        return answer(request, new Failure(409, text.refusedTitle(), refused.reason(), refused.details(), List.of(), null));
    }

    @ServerExceptionMapper
    public Response notThere(NotThere none, ContainerRequestContext request) {
        return notThere(request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(ContainerRequestContext request) {
        return signInFirst(request);
    }

    /** For one who lacks a right, a deal or proposal that is there and one that is not are the same (S4); elsewhere there is nothing to keep from him but the page. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, ContainerRequestContext request) {
        Set<String> named = request.getUriInfo().getPathParameters().keySet();
        return named.contains("deal") || named.contains("proposal") ? notThere(request) : forbidden(request);
    }

    /** JSON that can be read but does not fit what is expected; the field is told as a JSON pointer. */
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException wrong, ContainerRequestContext request) {
        String field = wrong.getPath().stream().map(Failures::step).collect(Collectors.joining());
        String right = wrong instanceof UnrecognizedPropertyException ? text.noSuchField() : text.rightKind();
        return answer(request, new Failure(400, text.badInputTitle(), text.badInput(), List.of(), List.of(new Problem(field, null, right)), null));
    }

    /** JSON with a number, a name or a depth beyond all measure. */
    @ServerExceptionMapper
    public Response beyondMeasure(StreamConstraintsException beyond, ContainerRequestContext request) {
        return answer(request, Failure.plain(400, text.badInputTitle(), text.unreadableJson()));
    }

    @ServerExceptionMapper
    public Response ofTheFramework(WebApplicationException failed, ContainerRequestContext request) {
        Response given = failed.getResponse();
        return switch (given.getStatus()) {
            case 401 -> signInFirst(request);
            case 403 -> forbidden(request);
            case 404 -> notThere(request);
            case 405 -> answer(request, Failure.plain(405, text.badInputTitle(), text.wrongMethod()));
            case 406 -> answer(request, Failure.plain(406, text.badInputTitle(), text.notAcceptable()));
            case 413 -> answer(request, Failure.plain(413, text.tooLargeTitle(), text.tooLarge()));
            case 415 -> answer(request, Failure.plain(415, text.badInputTitle(), text.wrongType()));
            default -> {
                if (given.getStatus() < 400) {
                    yield given;
                }
                yield given.getStatus() < 500
                        ? answer(request, Failure.plain(given.getStatus(), text.badInputTitle(), json(request) ? text.unreadableJson() : text.unreadable()))
                        : bug(failed, request);
            }
        };
    }

    @ServerExceptionMapper
    public Response bug(Throwable bug, ContainerRequestContext request) {
        if (holdsNoText(bug)) {
            return answer(request, Failure.plain(400, text.badInputTitle(), text.noNul()));
        }
        if (inReader(bug, "FormData")) {
            return answer(request, Failure.plain(413, text.tooLargeTitle(), text.tooManyFields()));
        }
        if (inReader(bug, "")) {
            return answer(request, Failure.plain(400, text.badInputTitle(), text.unreadable()));
        }
        String id = UUID.randomUUID().toString();
        Log.errorf(bug, "%s %s failed; it was told as %s", SafeText.line(request.getMethod()), SafeText.line(request.getUriInfo().getPath()), id);
        return answer(request, new Failure(500, text.bugTitle(), text.bug(), List.of(), List.of(), id));
    }

    /** The null character, which no text of PostgreSQL can hold, came in with the request: its sender's fault, and nothing for the log. */
    private static boolean holdsNoText(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && "22021".equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The framework gives no name of its own to what it cannot read in a form, or to a field too many: it is told by where it was thrown. */
    private static boolean inReader(Throwable failure, String where) {
        return Arrays.stream(failure.getStackTrace()).limit(READERS_DEPTH).anyMatch(frame -> frame.getClassName().startsWith(FORM_READER + where));
    }

    /** A refusal of another room's, as the one who asked can read it. */
    public Response refusal(ContainerRequestContext request, int status, String title, String message) {
        return answer(request, Failure.plain(status, title, message));
    }

    /** A failure as the one who asked can read it. */
    Response answer(ContainerRequestContext request, Failure failure) {
        Response.ResponseBuilder response = Response.status(failure.status());
        if (api(request)) {
            return response.type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(new ApiError(failure.message(), failure.id(), failure.details(), failure.problems(), failure.prove())).build();
        }
        return response.type(MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()))
                .entity(new Error(failure).render()).build();
    }

    private Response notThere(ContainerRequestContext request) {
        frame.nowhere();
        return answer(request, Failure.plain(404, text.notThereTitle(), text.notThere()));
    }

    private Response forbidden(ContainerRequestContext request) {
        return answer(request, Failure.plain(403, text.forbiddenTitle(), text.forbidden()));
    }

    /** For a program whose last proof of who it is was too long ago for what it asks: 403, and where to prove it anew. */
    public Response proveFirst(ContainerRequestContext request, String prove) {
        return answer(request, new Failure(403, text.proveTitle(), text.proveFirst(), List.of(), List.of(), null, prove));
    }

    /** A page that was asked for by its address is shown after the sign-in, or once the second factor is given, and so is a form of ours with what was typed; all else is told that it needs that. */
    private Response signInFirst(ContainerRequestContext request) {
        request.setProperty(SIGN_IN_FIRST, true);
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        boolean page = "GET".equals(request.getMethod()) && accept != null && accept.contains(MediaType.TEXT_HTML)
                && !api(request);
        Frame.Awaited awaited = frame.awaited();
        Optional<String> typed = page || api(request) ? Optional.empty() : whereTyped(request);
        if (!page && typed.isEmpty()) {
            return answer(request, awaited == null ? Failure.plain(401, text.signInTitle(), text.signInFirst())
                    : new Failure(401, text.proveTitle(), text.factorFirst(), List.of(), List.of(), null, api(request) ? awaited.api() : awaited.page()));
        }
        URI asked = request.getUriInfo().getRequestUri();
        String to = typed.orElseGet(() -> address(asked));
        return Response.seeOther(URI.create((awaited == null ? "/login" : awaited.page()) + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))).build();
    }

    /**
     * Where one whose session had ended when a form of ours was sent goes on once signed in: what was typed, where it was kept; the page that the form stood on, where it has nothing to keep.
     * Empty for what did not come from a form of ours.
     */
    private Optional<String> whereTyped(ContainerRequestContext request) {
        String own = Csrf.ownOrigin(request.getUriInfo().getBaseUri());
        if (!"POST".equals(request.getMethod()) || request.getHeaderString("HX-Request") != null
                || !Csrf.fromOwnOrigin(own, request.getHeaderString("Origin"), request.getHeaderString("Sec-Fetch-Site"))) {
            return Optional.empty();
        }
        if (method(request).map(asked -> asked.isAnnotationPresent(ShowsAgain.class)).orElse(false)) {
            return TypedForm.of(routing).flatMap(sent -> forms.stream().flatMap(one -> one.keep(sent.token(), sent.form()).stream()).findFirst());
        }
        String from = request.getHeaderString("Referer");
        return from != null && from.startsWith(own + "/") ? Optional.of(from.substring(own.length())) : Optional.empty();
    }

    private static Optional<Method> method(ContainerRequestContext request) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        return Optional.ofNullable(context.getTarget()).map(target -> target.getLazyMethod().getMethod());
    }

    private static String address(URI asked) {
        return asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    }

    private static boolean api(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/");
    }

    private static boolean json(ContainerRequestContext request) {
        return request.getMediaType() != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
    }

    private static String step(Reference step) {
        return "/" + (step.getFieldName() != null ? step.getFieldName() : step.getIndex());
    }
}
