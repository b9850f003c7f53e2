package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sessions of users for whom somebody else vouches: what the room that knows the provider found right opens one here, like any other, and ends it. */
@ApplicationScoped
public class Vouched {

    /** @param session its token */
    public record Opened(String session, NewCookie cookie) {
    }

    private static final String WHOSE = "select u.id::text, u.login from session s join portal_user u on u.id = s.user_id where s.id = ? for update of s";

    @Inject
    AgroalDataSource database;
    @Inject
    SignIn signIn;
    @Inject
    Sessions sessions;

    /** Whether anybody can sign in over this connection (S1). */
    public boolean takesSignIns(RoutingContext request) {
        return Channel.of(request.request()).takesSignIns();
    }

    /**
     * Opens a session, and ends the one that the browser had. Outside a transaction.
     *
     * @param by           who vouches
     * @param secondFactor whether that one has asked for a second factor itself
     * @return empty where the user is disabled
     */
    public Optional<Opened> open(UUID user, String by, boolean secondFactor, RoutingContext request) {
        Channel channel = Channel.of(request.request());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("by", by);
        told.put("secondFactor", secondFactor);
        return signIn.vouched(user, secondFactor, told, SignIn.Browser.of(channel, request.request())).map(session -> new Opened(session, channel.sessionCookie(session)));
    }

    /** Ends a session, and writes that to the trail; nothing happens where it has ended before. In the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(UUID session, String because) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(WHOSE)) {
            statement.setObject(1, session);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    sessions.end(UUID.fromString(row.getString(1)), row.getString(2), session, because);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A session could not be looked up.", e);
        }
    }

    /** The token of a browser that was sent to sign in elsewhere, by {@link #awayCookie}. */
    public Optional<String> away(RoutingContext request) {
        return Channel.of(request.request()).away(request.request());
    }

    /** @param token empty: none any more */
    public NewCookie awayCookie(String token, int seconds, RoutingContext request) {
        return Channel.of(request.request()).awayCookie(token, seconds);
    }
}
