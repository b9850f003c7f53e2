package org.prorata.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.web.TypedForm;
import org.prorata.web.TypedForms;

/**
 * Forms whose session had ended when they were sent, kept an hour for the user whose session it was, and shown to nobody else: by the query, and by row-level security, whose setting is that user. Whose a form is says
 * its token, which no page of another's had. One for each session; 4 million characters at most.
 */
@ApplicationScoped
class KeptForms implements TypedForms {

    static final String PATH = "/typed/";

    private static final int MOST = 4 * 1024 * 1024;
    private static final String OWNER = """
            select user_id from session where csrf = ? union all select user_id from former_form_token where hash = ? limit 1""";
    private static final String AS = "select set_config('prorata.viewer', ?, true)";
    private static final String KEEP = """
            insert into typed_form (user_id, form_hash, path, in_parts, fields) values (?, ?, ?, ?, ?)
            on conflict (form_hash) do update set path = excluded.path, in_parts = excluded.in_parts, fields = excluded.fields, made = clock_timestamp() returning id""";
    private static final String FIND = "select path, in_parts, fields from typed_form where id = ? and user_id = ? and made > clock_timestamp() - interval '1 hour'";

    @Inject
    AgroalDataSource database;
    @Inject
    Who who;
    @Inject
    Trail trail;
    @Inject
    ObjectMapper json;

    @Override
    public boolean isOwn(String token) {
        return who.maybe().isPresent() && owner(token).filter(who.viewer().userId()::equals).isPresent();
    }

    @Override
    public Optional<String> keep(String token, TypedForm form) {
        String fields = written(form.fields());
        Optional<UUID> owner = fields.length() > MOST ? Optional.empty() : owner(token);
        return owner.map(user -> PATH + QuarkusTransaction.requiringNew().call(() -> keep(user, Token.hash(token), form, fields)));
    }

    private UUID keep(UUID user, byte[] hash, TypedForm form, String fields) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement as = connection.prepareStatement(AS); PreparedStatement keep = connection.prepareStatement(KEEP)) {
            as.setString(1, user.toString());
            as.execute();
            keep.setObject(1, user);
            keep.setBytes(2, hash);
            keep.setString(3, form.path());
            keep.setBoolean(4, form.inParts());
            keep.setString(5, fields);
            trail.write("form.kept", null, form.path(), Map.of("for", user.toString(), "because", "its session had ended"));
            try (ResultSet row = keep.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    /** A form that was kept for the one who is signed in; empty where there is none of that number, or it is another's, or its hour has passed. */
    @Transactional
    Optional<TypedForm> of(UUID id) {
        try (Connection connection = database.getConnection(); PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            find.setObject(2, who.viewer().userId());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(new TypedForm(row.getString("path"), row.getBoolean("in_parts"), read(row.getString("fields")))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A form that was kept could not be read.", e);
        }
    }

    private Optional<UUID> owner(String token) {
        if (token == null || !Token.isOne(token)) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection(); PreparedStatement find = connection.prepareStatement(OWNER)) {
            find.setString(1, token);
            find.setBytes(2, Token.hash(token));
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Whose a form is could not be asked for.", e);
        }
    }

    private String written(List<TypedForm.Field> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<TypedForm.Field> read(String fields) {
        try {
            return json.readValue(fields, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
