package org.prorata.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/**
 * What the layout shows around a page: who is signed in, the session's own token for forms, the navigation of the deal.
 * Methods only: a field read from outside would be read on the proxy that all requests share.
 */
@Named("frame")
@RequestScoped
public class Frame {

    @Inject
    Today today;
    @Inject
    RoutingContext request;

    private String userName;
    private String csrf;
    private boolean agent;
    private String section;
    private String sectionHref;
    private List<Link> links = List.of();
    private boolean nowhere;

    /** Called once a request's session has been found, before the resource method and the {@link Csrf} filter run. */
    public void signedIn(String name, String sessionCsrf, boolean isAgent) {
        this.userName = name;
        this.csrf = sessionCsrf;
        this.agent = isAgent;
    }

    /** Names the deal the page belongs to and its pages, shown as the second row of the top bar. */
    public void section(String title, String href, List<Link> pages) {
        this.section = title;
        this.sectionHref = href;
        this.links = List.copyOf(pages);
    }

    /** Forgets the deal and the place: an answer must not tell what exists from what does not. */
    void nowhere() {
        section(null, null, List.of());
        nowhere = true;
    }

    /** Whether the page that is asked for stands under this path. */
    public boolean at(String path) {
        String here = request.normalizedPath();
        return !nowhere && (here.equals(path) || here.startsWith(path + "/"));
    }

    /** Whether the page that is asked for is this one. */
    public boolean exactlyAt(String path) {
        return !nowhere && request.normalizedPath().equals(path);
    }

    public boolean signedIn() {
        return userName != null;
    }

    /** The name of the signed-in user; null when nobody is. */
    public String userName() {
        return userName;
    }

    /** The session's own token, which every form carries; null when nobody is signed in. */
    public String csrf() {
        return csrf;
    }

    /** Whether the user belongs to an agent of some deal. */
    public boolean agent() {
        return agent;
    }

    public String section() {
        return section;
    }

    public String sectionHref() {
        return sectionHref;
    }

    public List<Link> links() {
        return links;
    }

    /** The day that is pretended; null where the date is real. */
    public LocalDate pretendedDay() {
        return today.pretendedDay().orElse(null);
    }
}
