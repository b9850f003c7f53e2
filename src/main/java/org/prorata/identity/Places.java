package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * From where users sign in. A place is new where the browser is not one that has signed in before and no sign-in came with this kind of browser from this network, so that a known browser may
 * travel and a program that starts anew each day is told once. Of a user's first sign-in no place is new.
 */
@ApplicationScoped
class Places {

    private static final String NOTE = """
            with before as (select exists (select from known_place where user_id = ?) or exists (select from known_browser where user_id = ?) as known),
                 added as (insert into known_place (user_id, network, browser) values (?, ?, ?) on conflict do nothing returning 1)
            select (select known from before) and exists (select from added)""";

    /** Notes the place, in the caller's transaction; whether it is new. */
    boolean isNew(Connection connection, UUID user, boolean knownBrowser, String address, String browser) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setObject(1, user);
            statement.setObject(2, user);
            statement.setObject(3, user);
            statement.setString(4, Throttle.network(address));
            statement.setString(5, browser);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1) && !knownBrowser;
            }
        }
    }
}
