package org.prorata.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.web.SafeText;

/**
 * The append-only trail of what was done, by whom and from where. Who and where come from {@link TrailActor}; what is done outside a request is the portal's own.
 * The database gives each row its place in its chain, its time and its hash. What a change says of before and after stands in the details under these two names.
 */
@ApplicationScoped
public class Trail {

    /** Whose rows no user wrote. */
    public static final String PORTAL = "the portal";

    // No "returning": a lender may add its row and still not read it.
    private static final String INSERT = """
            insert into trail (deal_id, what, user_id, user_name, address, subject, details) values (?, ?, ?, ?, ?, ?, ?::json)""";

    /** Of one transaction that writes to several chains the portal's comes last, and all take them in one order: none waits for a chain while another waits for its. */
    private static final Comparator<Row> BY_CHAIN = Comparator.comparing(Row::deal, Comparator.nullsLast(Comparator.naturalOrder()));

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    TrailActor actor;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private record Row(UUID deal, String what, UUID user, String userName, String address, String subject, String details) {
    }

    /** The rows of one transaction, written when it ends. */
    private final class Waiting implements Synchronization {

        private final List<Row> rows = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            rows.sort(BY_CHAIN);
            rows.forEach(Trail.this::insert);
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                written();
            }
        }
    }

    /**
     * Adds a row in the caller's transaction: it stands exactly if what it tells of stands. It is written as the last thing before the commit, since a chain is locked
     * from then on: a long piece of work keeps nobody from writing.
     *
     * @param what    a dotted word, such as {@code proposal.approved}
     * @param deal    null where it belongs to no deal
     * @param subject one line naming the thing, for the reader
     * @param details anything Jackson writes; control characters in texts do no harm
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(String what, UUID deal, String subject, Map<String, ?> details) {
        add(row(what, deal, subject, details, asked()));
    }

    /** As {@link #write}, of what the portal does by itself while somebody asks it for something else. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeAsPortal(String what, UUID deal, String subject, Map<String, ?> details) {
        add(row(what, deal, subject, details, false));
    }

    private void add(Row row) {
        Waiting waiting = (Waiting) transaction.getResource(Waiting.class);
        if (waiting == null) {
            waiting = new Waiting();
            transaction.putResource(Waiting.class, waiting);
            transaction.registerInterposedSynchronization(waiting);
        }
        waiting.rows.add(row);
    }

    /**
     * Adds a row in a transaction of its own, for refusals and failures, once what was refused has been rolled back. Refused with an
     * {@link IllegalStateException} within a transaction: it would hold two connections and could starve the pool.
     */
    public void writeApart(String what, UUID deal, String subject, Map<String, ?> details) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("What is written apart is written after the rollback.");
        }
        Row row = row(what, deal, subject, details, asked());
        QuarkusTransaction.requiringNew().run(() -> insert(row));
        written();
    }

    /** Work at start may have a request's context without a request. */
    private boolean asked() {
        return Arc.container().requestContext().isActive() && !actor.address().isEmpty();
    }

    private void written() {
        if (asked()) {
            actor.wrote();
        }
    }

    private Row row(String what, UUID deal, String subject, Map<String, ?> details, boolean asked) {
        return new Row(deal, what, asked ? actor.userId() : null, asked ? actor.userName() : PORTAL, asked ? actor.address() : "", SafeText.line(subject), document(details));
    }

    private void insert(Row row) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, row.deal());
            statement.setString(2, row.what());
            statement.setObject(3, row.user());
            statement.setString(4, row.userName());
            statement.setString(5, row.address());
            statement.setString(6, row.subject());
            statement.setString(7, row.details());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The trail could not be written.", e);
        }
    }

    /** PostgreSQL's text takes every escape but that of the null character, which its readers stumble over. */
    private String document(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The details of a row of the trail cannot be written as JSON.", e);
        }
    }
}
