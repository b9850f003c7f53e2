package org.prorata.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.prorata.web.SafeText;

/**
 * The append-only trail of what was done, by whom and from where. Time is the database's. Who and where come from {@link TrailActor}; what is
 * done outside a request is the portal's own.
 */
@ApplicationScoped
public class Trail {

    /** Whose rows no user wrote. */
    public static final String PORTAL = "the portal";

    // No "returning": a lender may add its row and still not read it.
    private static final String INSERT = """
            insert into trail (deal_id, what, user_id, user_name, address, subject, details) values (?, ?, ?, ?, ?, ?, ?::jsonb)""";

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    TrailActor actor;

    /**
     * Adds a row in the caller's transaction: it stands exactly if what it tells of stands.
     *
     * @param what    a dotted word, such as {@code proposal.approved}
     * @param deal    null where it belongs to no deal
     * @param subject one line naming the thing, for the reader
     * @param details anything Jackson writes; control characters in texts do no harm
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(String what, UUID deal, String subject, Map<String, ?> details) {
        insert(what, deal, subject, details);
    }

    /**
     * Adds a row in a transaction of its own, for refusals and failures, once what was refused has been rolled back. Refused with an
     * {@link IllegalStateException} within a transaction: it would hold two connections and could starve the pool.
     */
    public void writeApart(String what, UUID deal, String subject, Map<String, ?> details) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("What is written apart is written after the rollback.");
        }
        QuarkusTransaction.requiringNew().run(() -> insert(what, deal, subject, details));
    }

    private void insert(String what, UUID deal, String subject, Map<String, ?> details) {
        // Work at start may have a request's context without a request.
        boolean asked = Arc.container().requestContext().isActive() && !actor.address().isEmpty();
        try (Connection connection = database.getConnection(); PreparedStatement row = connection.prepareStatement(INSERT)) {
            row.setObject(1, deal);
            row.setString(2, what);
            row.setObject(3, asked ? actor.userId() : null);
            row.setString(4, asked ? actor.userName() : PORTAL);
            row.setString(5, asked ? actor.address() : "");
            row.setString(6, SafeText.line(subject));
            row.setString(7, document(details));
            row.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The trail could not be written.", e);
        }
    }

    /** PostgreSQL's jsonb takes every escape but that of the null character. */
    private String document(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The details of a row of the trail cannot be written as JSON.", e);
        }
    }
}
