package org.prorata;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TestDatabaseTest {

    @Inject
    AgroalDataSource dataSource;

    @Test
    void the_portal_connects_as_a_role_that_owns_nothing_and_no_wall_lets_through() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet found = connection.createStatement().executeQuery("""
                        select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication,
                               exists (select from pg_class where relowner = r.oid)
                        from pg_roles r where rolname = current_user""")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getBoolean(1)).as("has power").isFalse();
            assertThat(found.getBoolean(2)).as("owns something").isFalse();
        }
    }
}
