package org.prorata.identity;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.prorata.web.Frame;

/** Gives a browser the token that the forms of pages open to all carry, with the first such page. */
@Singleton
public class BrowserToken {

    @Inject
    Frame frame;

    /** The one that the browser has, else a new one; null where nobody can sign in. */
    static String of(RoutingContext context) {
        Channel channel = Channel.of(context.request());
        return channel.takesSignIns() ? channel.form(context.request()).orElseGet(Token::random) : null;
    }

    @ServerResponseFilter
    public void give(ContainerResponseContext response, ResourceInfo resource, RoutingContext context) {
        Channel channel = Channel.of(context.request());
        boolean forAll = resource != null && resource.getResourceMethod() != null && resource.getResourceMethod().isAnnotationPresent(PermitAll.class);
        boolean page = MediaType.TEXT_HTML_TYPE.isCompatible(Optional.ofNullable(response.getMediaType()).orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE));
        // What is not there has no form, and must answer like what is no address at all.
        boolean there = response.getStatus() != Response.Status.NOT_FOUND.getStatusCode();
        if (forAll && page && there && channel.takesSignIns() && channel.form(context.request()).isEmpty() && frame.browserToken() != null) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, channel.formCookie(frame.browserToken()));
        }
    }
}
