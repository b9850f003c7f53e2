package org.prorata.token;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.prorata.identity.Right;

/** What a token may be used for. No scope decides, brings deals in or administers: that takes a person. */
enum Scope {

    READ("read", Set.of(Right.READ_DEAL, Right.READ_FIGURES, Right.READ_OWN, Right.READ_ALL)),
    PROPOSE("propose", Set.of(Right.READ_DEAL, Right.READ_FIGURES, Right.READ_OWN, Right.READ_ALL, Right.PROPOSE));

    private final String word;
    private final Set<Right> rights;

    Scope(String word, Set<Right> rights) {
        this.word = word;
        this.rights = rights;
    }

    String word() {
        return word;
    }

    Set<Right> rights() {
        return rights;
    }

    static Scope of(boolean proposes) {
        return proposes ? PROPOSE : READ;
    }

    /** The scope of that word; empty where there is none. */
    static Optional<Scope> known(String word) {
        return Stream.of(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
