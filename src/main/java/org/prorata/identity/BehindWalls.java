package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/**
 * A single read behind the {@link Walls}, for what every request asks: the statement sets the walls itself, so that one exchange with the database does
 * instead of the three of a transaction. They hold for that statement alone; within a transaction they are the same that hold there.
 */
@ApplicationScoped
public class BehindWalls {

    private static final String WALLS = """
            with walls as materialized (select set_config('prorata.sees', ?, true) as sees, cast(set_config('prorata.lenders', ?, true) as uuid[]) as lenders)
            """;
    private static final int WALLED = 2;

    @Inject
    AgroalDataSource database;
    @Inject
    Walls walls;

    /** Makes something of the rows found; the cursor stands before the first. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /**
     * @param sql a query that takes from {@code walls}: its column {@code lenders} has those the viewer acts for. A walled table has to be read by way of a
     *            column of it, which the database cannot know before the walls stand; read in any other way the table may show zero rows
     */
    public <T> T read(String sql, Reading<T> reading, Object... parameters) {
        Walls.Seen seen = walls.seen().orElse(Walls.Seen.NOTHING);
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(WALLS + sql)) {
            bind(statement, 1, List.of(seen.deals(), seen.lenders()).toArray());
            bind(statement, 1 + WALLED, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be read.", e);
        }
    }

    private static void bind(PreparedStatement statement, int first, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(first + i, Types.NULL);
            } else {
                statement.setObject(first + i, values[i]);
            }
        }
    }
}
