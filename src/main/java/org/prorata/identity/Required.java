package org.prorata.identity;

import java.util.Set;

/** Whom the portal asks for a second factor ({@code prorata.second-factor.required}), beside what deals ask for. */
public enum Required {

    NONE, AGENT, ALL;

    /** The desk, and whoever else gives access to others. */
    private static final Set<Role> DESK = Set.of(Role.AGENT_MAKER, Role.AGENT_CHECKER, Role.AGENT_ADMINISTRATOR, Role.LENDER_ADMINISTRATOR);

    boolean of(Set<Role> roles) {
        return this == ALL || this == AGENT && roles.stream().anyMatch(DESK::contains);
    }
}
