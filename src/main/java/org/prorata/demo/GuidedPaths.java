package org.prorata.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.prorata.identity.SignInHints;
import org.prorata.web.Guide;
import org.prorata.web.Language;

/** Two short ways through the demonstration's pages, a lender's and the agent's; both end where it is told who got the cent that was left, and why. */
@ApplicationScoped
class GuidedPaths implements Guide {

    private static final String OF_A_CENT = "/payments/3/slices/reduced-principal";

    @Inject Demonstration demonstration;
    private final GuideText text = Language.texts(GuideText.class);

    /** @param walker the user it is walked as @param pages in order; of the deal, without its name; empty: the first page */
    private record Way(String name, String walker, List<String> pages) {}

    private static final List<Way> WAYS = List.of(new Way("lender", "endeavour", List.of("", "/allocation", "/payments/3", OF_A_CENT)),
            new Way("agent", "agency-1", List.of("", "/matrix", "/register/propose", OF_A_CENT + "?lender=endeavour")));

    @Override
    public Optional<Step> step(String at, String path) {
        return demonstration.deal().isEmpty() ? Optional.empty() : WAYS.stream().flatMap(way -> step(way, at, path).stream()).findFirst();
    }

    private Optional<Step> step(Way way, String at, String path) {
        for (int i = 0; i < way.pages().size(); i++) {
            String href = href(way.pages().get(i));
            if (name(way, i).equals(at) && href.split("\\?")[0].equals(path)) {
                boolean last = i == way.pages().size() - 1;
                return Optional.of(new Step(i + 1, way.pages().size(), text.words(at), last ? null : href(way, i + 1), href));
            }
        }
        return Optional.empty();
    }

    /** Where each path begins, for the sign-in page. */
    List<SignInHints.Beginning> beginnings(List<SignInHints.Hint> hints) {
        return WAYS.stream().flatMap(way -> hints.stream().filter(hint -> hint.login().equals(way.walker()))
                .map(hint -> new SignInHints.Beginning(hint.login(), hint.password(), href(way, 0), text.begin(way.name())))).toList();
    }

    private static String name(Way way, int index) {
        return way.name() + "-" + (index + 1);
    }

    private String href(String page) {
        return page.isEmpty() ? "/deals" : "/deals/" + demonstration.deal().orElseThrow() + page;
    }

    private String href(Way way, int index) {
        String href = href(way.pages().get(index));
        return href + (href.contains("?") ? "&" : "?") + PARAMETER + "=" + name(way, index);
    }
}
