package org.prorata.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.prorata.audit.TrailActor;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;
import org.prorata.web.Frame;
import org.prorata.web.Language;
import org.prorata.web.Link;

/** The second row of the top bar on every page of a deal: those of its pages that the viewer may open. Tells the trail of those who see more than their own lenders. */
@ApplicationScoped
public class DealNav {

    @Inject Frame frame;
    final NavText text = Language.texts(NavText.class);
    @Inject TrailActor actor;

    public void show(UUID dealId, Terms terms, Viewer viewer) {
        if (viewer.seesAll(dealId)) {
            actor.seesOthers(dealId);
        }
        String base = "/deals/" + terms.slug();
        List<Link> links = new ArrayList<>();
        add(links, text.terms(), base, frame.exactlyAt(base));
        if (viewer.may(Right.READ_OWN, dealId)) {
            add(links, text.allocation(), base + "/allocation", frame.at(base + "/allocation"));
        }
        if (viewer.seesAll(dealId)) {
            add(links, text.matrix(), base + "/matrix", frame.at(base + "/matrix"));
        }
        boolean figures = viewer.may(Right.READ_FIGURES, dealId);
        if (figures) {
            add(links, text.register(), base + "/register", frame.at(base + "/register"));
            add(links, viewer.seesAll(dealId) ? text.lenders() : text.myDetails(), base + "/lenders", frame.at(base + "/lenders"));
        }
        add(links, text.payments(), base + "/payments", frame.at(base + "/payments"));
        if (terms.warrants() != null) {
            add(links, text.warrants(), base + "/warrants", frame.at(base + "/warrants"));
        }
        if (figures) {
            add(links, text.adjustments(), base + "/adjustments", frame.at(base + "/adjustments"));
            add(links, text.history(), base + "/history", frame.at(base + "/history"));
        }
        frame.section(terms.title().value(), base, links);
    }

    private static void add(List<Link> links, String text, String href, boolean here) {
        links.add(new Link(text, href, here));
    }
}
