package org.prorata.people;

import java.util.Optional;
import java.util.stream.Stream;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;

/** What somebody is told of. */
enum NewsKind {

    /** To users of lenders: what their own figures are was changed by an approved proposal. */
    ALLOCATION_CHANGED("allocation-changed"),
    /** To those who decide: somebody else made a proposal. */
    PROPOSAL_WAITS("proposal-waits"),
    /** To everybody: a sign-in from where there was none before. */
    NEW_SIGN_IN("new-sign-in");

    private final String word;

    NewsKind(String word) {
        this.word = word;
    }

    /** How it is written in the database, in forms and in answers. */
    String word() {
        return word;
    }

    static Optional<NewsKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Whether such news can come to that viewer at all. */
    boolean concerns(Viewer viewer) {
        return switch (this) {
            case ALLOCATION_CHANGED -> viewer.anyLender();
            case PROPOSAL_WAITS -> viewer.may(Right.DECIDE);
            case NEW_SIGN_IN -> true;
        };
    }
}
