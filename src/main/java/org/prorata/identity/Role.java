package org.prorata.identity;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user can be granted to be. A user may hold several grants; what each role may do stands in {@link Right}. */
public enum Role {

    /** Proposes changes. Of one deal, or of every deal. */
    AGENT_MAKER("agent-maker", Names.PERHAPS_A_DEAL),
    /** Approves or rejects what others proposed. Of one deal, or of every deal. */
    AGENT_CHECKER("agent-checker", Names.PERHAPS_A_DEAL),
    /** Manages users, their grants and their sessions, and sees no lender's figures by that. Of the whole portal. */
    AGENT_ADMINISTRATOR("agent-administrator", Names.NOTHING),
    /** Sees what is its lender's. */
    LENDER_VIEWER("lender-viewer", Names.A_LENDER),
    /** Sees what is its lender's, and signs for it where something needs a signature. */
    LENDER_SIGNATORY("lender-signatory", Names.A_LENDER),
    /** Manages the users of its lender, where the deal allows it, and sees no figures by that. */
    LENDER_ADMINISTRATOR("lender-administrator", Names.A_LENDER),
    /** Reads all that the agent reads and changes nothing. Of one deal, or of every deal. */
    AUDITOR("auditor", Names.PERHAPS_A_DEAL),
    /** Reads a deal's totals. */
    BORROWER("borrower", Names.A_DEAL);

    /** What a grant of a role says besides; the database holds it too. */
    public enum Names { NOTHING, PERHAPS_A_DEAL, A_DEAL, A_LENDER }

    private static final Map<String, Role> BY_WORD = Stream.of(values()).collect(Collectors.toUnmodifiableMap(Role::word, Function.identity()));

    private final String word;
    private final Names names;

    Role(String word, Names names) {
        this.word = word;
        this.names = names;
    }

    /** How it is written in the database, in files and in answers. */
    public String word() {
        return word;
    }

    public Names names() {
        return names;
    }

    /** The role of that word; empty where there is none. */
    public static Optional<Role> known(String word) {
        return word == null ? Optional.empty() : Optional.ofNullable(BY_WORD.get(word));
    }

    /** The role of that word; refused with an {@link IllegalArgumentException} where there is none. */
    public static Role of(String word) {
        return known(word).orElseThrow(() -> new IllegalArgumentException("There is no role " + word + "."));
    }
}
