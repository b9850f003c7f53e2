package org.prorata.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.PortalAddress;

/** What a piece of news says: the deal's title and a link, and nothing of what was changed. */
@ApplicationScoped
class NewsWords {

    @Inject
    NewsReader reader;
    final PeopleText text = Language.texts(PeopleText.class);
    @Inject
    PortalAddress portal;

    String subject(NewsItem item) {
        return switch (item.kind()) {
            case ALLOCATION_CHANGED -> text.changedSubject(title(item));
            case PROPOSAL_WAITS -> text.waitsSubject(title(item));
            case NEW_SIGN_IN -> text.signInSubject();
        };
    }

    /** A paragraph with its link. */
    String paragraph(NewsItem item) {
        String at = Formats.minute(item.made());
        return (switch (item.kind()) {
            case ALLOCATION_CHANGED -> text.changed(title(item), at, portal.of("/deals/" + reader.slug(item) + "/allocation"));
            case PROPOSAL_WAITS -> text.waits(title(item), at, portal.of("/approvals/" + item.proposal()));
            case NEW_SIGN_IN -> text.signIn(item.browser().isEmpty() ? text.someBrowser() : item.browser(), item.network(), at, portal.of("/account"));
        }).strip();
    }

    String whole(String name, String paragraphs) {
        return text.whole(name, paragraphs, portal.of("/account/notices"));
    }

    private String title(NewsItem item) {
        return reader.title(item).orElseThrow();
    }
}
