package org.prorata.identity;

import static org.prorata.identity.Role.AGENT_ADMINISTRATOR;
import static org.prorata.identity.Role.AGENT_CHECKER;
import static org.prorata.identity.Role.AGENT_MAKER;
import static org.prorata.identity.Role.AUDITOR;
import static org.prorata.identity.Role.BORROWER;
import static org.prorata.identity.Role.LENDER_ADMINISTRATOR;
import static org.prorata.identity.Role.LENDER_SIGNATORY;
import static org.prorata.identity.Role.LENDER_VIEWER;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one table of who may do what: each right with the roles that have it. A resource method names its right in an annotation, {@code @PermissionsAllowed("propose")},
 * which lets in whoever has it in some deal; of which deal it is asked for, the door of that deal asks by {@link Viewer#may(Right, java.util.UUID)}. The README shows the
 * same table, and a test compares the two with what the portal does.
 */
public enum Right {

    /** The deal's terms, its payments and warrants with their totals. */
    READ_DEAL("read-deal", AGENT_MAKER, AGENT_CHECKER, AUDITOR, LENDER_VIEWER, LENDER_SIGNATORY, BORROWER),
    /** Register, lenders, slices, adjustments and history: a lender's own, for others than lenders all of them. */
    READ_FIGURES("read-figures", AGENT_MAKER, AGENT_CHECKER, AUDITOR, LENDER_VIEWER, LENDER_SIGNATORY),
    /** A lender's own allocation. */
    READ_OWN("read-own", LENDER_VIEWER, LENDER_SIGNATORY),
    /** Every lender's figures together, proposals, the trail, and exports of all that. */
    READ_ALL("read-all", AGENT_MAKER, AGENT_CHECKER, AUDITOR),
    /** To propose changes, combine, base anew and withdraw one's own proposals. */
    PROPOSE("propose", AGENT_MAKER),
    /** To approve or reject what another proposed. */
    DECIDE("decide", AGENT_CHECKER),
    /** To bring a new deal in; it takes one who keeps every deal, since a new one is nobody's yet. */
    IMPORT("import", AGENT_MAKER),
    /** To manage users, their grants and their sessions. */
    ADMINISTER("administer", AGENT_ADMINISTRATOR),
    /** To manage the users of one's own lender, where its deal allows it. */
    ADMINISTER_LENDER("administer-lender", LENDER_ADMINISTRATOR);

    private static final Map<String, Right> BY_WORD = Stream.of(values()).collect(Collectors.toUnmodifiableMap(Right::word, Function.identity()));

    private final String word;
    private final Set<Role> roles;

    Right(String word, Role... roles) {
        this.word = word;
        this.roles = Set.of(roles);
    }

    /** How annotations name it, which take constants only. */
    public String word() {
        return word;
    }

    public Set<Role> roles() {
        return roles;
    }

    /** The right of that word; empty where there is none. */
    public static Optional<Right> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
