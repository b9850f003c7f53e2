package org.prorata.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntSupplier;

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
    @Inject
    Instance<Guide> guides;

    /**
     * All that the layout shows around a page, apart from what is the same for everybody: where it is equal, so is what is shown.
     *
     * @param userName the name of the signed-in user; null when nobody is
     * @param csrf     the session's own token, which every form carries; null when nobody is signed in
     * @param readsAll whether the user reads the proposals and the trail of some deal
     * @param administers whether it manages users
     * @param waiting  how many requests for access wait for it
     * @param administersLender whether it manages the users of a lender
     * @param lenderWaiting how many requests of that lender's administrators wait for it
     * @param section  the deal the page belongs to; null: none
     * @param place    the path that is asked for; null where an answer must not tell
     * @param language in which all of it is written
     * @param guided   the step of a guided path that the page is; null where it is none
     */
    public record Around(String userName, String csrf, boolean readsAll, boolean administers, int waiting, boolean administersLender, int lenderWaiting, String section, String sectionHref, List<Link> links, String place, LocalDate pretendedDay,
            Language language, Guide.Step guided) {

        public boolean signedIn() {
            return userName != null;
        }

        /** Whether the page that is asked for stands under this path. */
        public boolean at(String path) {
            return under(place, path);
        }

        public List<Language> otherLanguages() {
            return Language.others(language);
        }
    }

    /** @param place null where an answer must not tell it */
    private static boolean under(String place, String path) {
        return place != null && (place.equals(path) || place.startsWith(path + "/"));
    }

    /** Where one goes on whose session opens nothing yet. @param page by hand @param api for programs */
    public record Awaited(String page, String api) {
    }

    private String userName;
    private String csrf;
    private String browserToken;
    private boolean readsAll;
    private boolean administers;
    private boolean administersLender;
    private IntSupplier waiting = () -> 0;
    private IntSupplier lenderWaiting = () -> 0;
    private String section;
    private String sectionHref;
    private List<Link> links = List.of();
    private boolean nowhere;
    private boolean byToken;
    private Awaited awaited;

    /** Called once a request's session has been found, before the resource method and the {@link Csrf} filter run. */
    public void signedIn(String name, String sessionCsrf, boolean readsProposalsAndTrail, boolean managesUsers) {
        this.userName = name;
        this.csrf = sessionCsrf;
        this.readsAll = readsProposalsAndTrail;
        this.administers = managesUsers;
    }

    /** Called for every request. @param token what the forms of pages open to all carry; null where nobody can sign in */
    public void browserToken(String token) {
        this.browserToken = token;
    }

    public String browserToken() {
        return browserToken;
    }

    /**
     * Called after {@link #signedIn} where the user manages users, of the portal or of a lender.
     *
     * @param ofLender      whether of a lender
     * @param requests      how many requests for access wait for it; asked where a page is shown
     * @param lenderRequests likewise of that lender's administrators
     */
    public void administration(boolean ofLender, IntSupplier requests, IntSupplier lenderRequests) {
        this.administersLender = ofLender;
        this.waiting = requests;
        this.lenderWaiting = lenderRequests;
    }

    /** Called where the one who was signed in has signed out by this very request. */
    public void signedOut() {
        signedIn(null, null, false, false);
        administration(false, () -> 0, () -> 0);
    }

    /** Called where the request is made by a program's token, which a browser never adds by itself as it does a cookie: no token of a form is asked for. */
    public void byToken() {
        this.byToken = true;
    }

    boolean isByToken() {
        return byToken;
    }

    /** Called instead of {@link #signedIn} where the request's session opens nothing yet: its forms carry its token, and what it may not see leads there. */
    public void awaits(String sessionCsrf, Awaited where) {
        this.csrf = sessionCsrf;
        this.awaited = where;
    }

    /** Null where nothing is awaited. */
    Awaited awaited() {
        return awaited;
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

    private String place() {
        return nowhere ? null : request.normalizedPath();
    }

    private Guide.Step guided() {
        String at = nowhere ? null : request.request().getParam(Guide.PARAMETER);
        return at == null ? null : guides.stream().flatMap(guide -> guide.step(at, place()).stream()).findFirst().orElse(null);
    }

    public Around around() {
        return new Around(userName, csrf, readsAll, administers, waiting.getAsInt(), administersLender, lenderWaiting.getAsInt(), section, sectionHref, links, place(), today.pretendedDay().orElse(null), Language.now(), guided());
    }

    /** Whether the page that is asked for stands under this path. */
    public boolean at(String path) {
        return under(place(), path);
    }

    /** Whether the page that is asked for is this one. */
    public boolean exactlyAt(String path) {
        return path.equals(place());
    }

    /** Whether the page is a form that comes back as it was typed. */
    public boolean onlyShown() {
        return TypedForm.onlyShown();
    }

    public String csrf() {
        return csrf;
    }

    public String section() {
        return section;
    }
}
