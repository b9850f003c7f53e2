package org.prorata.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Gathers what one user holds from the rows of a look-up, one row a grant with the columns {@code role}, {@code deal_id} and {@code lender_id}; a user without any has one with nulls. */
public final class HeldGrants {

    private final Map<Role, Viewer.In> roles = new EnumMap<>(Role.class);
    private final Map<UUID, Set<UUID>> lenders = new HashMap<>();
    private final Map<UUID, Set<UUID>> administered = new HashMap<>();

    public void add(ResultSet row) throws SQLException {
        String role = row.getString("role");
        if (role == null) {
            return;
        }
        UUID deal = row.getObject("deal_id", UUID.class);
        UUID lender = row.getObject("lender_id", UUID.class);
        roles.merge(Role.of(role), deal == null ? Viewer.In.ALL : new Viewer.In(false, Set.of(deal)), Viewer.In::and);
        if (lender != null) {
            Map<UUID, Set<UUID>> held = Role.of(role) == Role.LENDER_ADMINISTRATOR ? administered : lenders;
            held.computeIfAbsent(deal, none -> new HashSet<>()).add(lender);
        }
    }

    public Viewer viewer(UUID user, String login, String name) {
        return new Viewer(user, login, name, roles, lenders, administered);
    }
}
