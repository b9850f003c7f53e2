package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Single statements about users, each in the caller's transaction, or in one of its own; an array of numbers is passed as {@code uuid[]}. */
@ApplicationScoped
public class Rows {

    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    @Inject
    AgroalDataSource database;

    /** How many rows it changed. */
    @Transactional
    public int update(String sql, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be written.", e);
        }
    }

    @Transactional
    public <T> List<T> find(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = prepared(connection, sql, values); ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reading.of(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be read.", e);
        }
    }

    /** The one truth value that a query finds. */
    @Transactional
    public boolean is(String sql, Object... values) {
        return find(sql, row -> row.getBoolean(1), values).get(0);
    }

    /** Null where the column is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof UUID[] ids) {
                statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
