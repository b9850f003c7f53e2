package org.prorata.deal;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.prorata.web.AsOfParams;
import org.prorata.web.Today;

/**
 * What was known at an instant must be the same whenever it is asked for (rule F13). A change takes its instant when it begins to write and is seen only when it has ended,
 * so a view of an instant that has only just passed waits for the one writer that may still be at work on the deal. Instants are the database's: one that its
 * clock has not reached is refused, whatever the portal's own clock says. Links on pages name instants of changes that are over, and wait for nothing.
 */
@Provider
class SettledInstant implements ContainerRequestFilter {

    /** Longer than any transaction lasts before it is ended. */
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(10);

    private static final String REACHED = "select cast(? as timestamptz) <= clock_timestamp()";
    /** Waits where a writer holds the row; else takes nothing but a moment's shared lock, and none where a later change is there already. */
    private static final String WAIT = "select prorata_settle(?, cast(? as timestamptz))";

    @Inject AgroalDataSource database;
    @Inject Today today;

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo asked = request.getUriInfo();
        String deal = asked.getPathParameters().getFirst("deal");
        String text = asked.getQueryParameters().getFirst(AsOfParams.KNOWN);
        if (deal != null && text != null) {
            AsOfParams.instant(text).filter(known -> known.isAfter(today.now().minus(LONGEST_WRITE))).ifPresent(known -> settle(deal, known));
        }
    }

    private void settle(String deal, Instant known) {
        try (Connection connection = database.getConnection(); PreparedStatement reached = connection.prepareStatement(REACHED);
                PreparedStatement wait = connection.prepareStatement(WAIT)) {
            reached.setString(1, known.toString());
            try (ResultSet row = reached.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw AsOfParams.notYet(known.toString());
                }
            }
            wait.setString(1, deal);
            wait.setString(2, known.toString());
            wait.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("A deal's writer could not be waited for.", e);
        }
    }
}
