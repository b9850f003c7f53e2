package org.prorata.sso;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs one statement of this room's. */
@ApplicationScoped
class Rows {

    @Inject
    AgroalDataSource database;

    /** The rows it found, each as the texts of its columns; none where it finds none. */
    List<List<String>> run(String sql, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        List<String> texts = new ArrayList<>();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            texts.add(row.getString(i));
                        }
                        rows.add(texts);
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("What is kept of single sign-on could not be read or written.", e);
        }
    }
}
