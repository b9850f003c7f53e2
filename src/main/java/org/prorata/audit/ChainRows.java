package org.prorata.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads whole chains as they are stored, row by row in little memory, as far as the caller may read them. */
@ApplicationScoped
class ChainRows {

    static final String PORTAL = "portal";

    private static final int AT_ONCE = 1_000;
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    // The heads of the chains whose rows the walls let through. Not by their rows: of a chain that was taken away as a whole the head is what is left.
    private static final String HEADS = """
            select chain, no, hash from trail_head
             where case when current_setting('prorata.sees', true) = 'all' then true
                        else nullif(chain, 'portal')::uuid = any (nullif(current_setting('prorata.sees', true), '')::uuid[]) end
             order by chain""";
    private static final String SEES_ALL = "select coalesce(current_setting('prorata.sees', true) = 'all', false)";
    private static final String ROWS = """
            select coalesce(deal_id::text, 'portal') as chain, no, seq, at, what, user_id, user_name, address, subject, details, previous, hash from trail""";

    @Inject
    AgroalDataSource database;

    @FunctionalInterface
    interface Each {
        void row(ChainRow row) throws IOException;
    }

    /** In the caller's transaction: where the chains end now that the caller may read, by chain. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ChainHead> heads() {
        List<ChainHead> heads = new ArrayList<>();
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(HEADS); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                heads.add(new ChainHead(rows.getString("chain"), rows.getLong("no"), HexFormat.of().formatHex(rows.getBytes("hash")), true));
            }
            return heads;
        } catch (SQLException e) {
            throw new IllegalStateException("The heads of the trail could not be read.", e);
        }
    }

    /** In the caller's transaction: the rows of all chains that the caller may read, chain by chain in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void each(Each each) {
        read(" order by deal_id, no", List.of(), each);
    }

    /** As {@link #each}, of one chain alone, up to a row. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void of(String chain, long last, Each each) {
        boolean portal = PORTAL.equals(chain);
        read(portal ? " where deal_id is null and no <= ? order by no" : " where deal_id = ? and no <= ? order by no",
                portal ? List.of(last) : List.of(UUID.fromString(chain), last), each);
    }

    private void read(String which, List<?> values, Each each) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(ROWS + which)) {
            statement.setFetchSize(AT_ONCE);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.row(row(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The trail could not be read.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChainRow row(ResultSet rows) throws SQLException {
        return new ChainRow(rows.getString("chain"), rows.getLong("no"), rows.getString("seq"), time(rows.getObject("at", OffsetDateTime.class).toInstant()), rows.getString("what"),
                rows.getString("user_id"), rows.getString("user_name"), rows.getString("address"), rows.getString("subject"), rows.getString("details"),
                HexFormat.of().formatHex(rows.getBytes("previous")), HexFormat.of().formatHex(rows.getBytes("hash")));
    }

    static String time(Instant at) {
        return AT.format(at);
    }

    /** Whether the caller may read every chain. */
    private boolean seesAll() {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(SEES_ALL); ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("What may be seen could not be asked.", e);
        }
    }

    /** Goes over the stored chains, also held against where they were said to end before. @param before of any chains; those that the caller may not read count for nothing */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ChainCheck.Result> verified(List<ChainHead> before) {
        ChainCheck check = new ChainCheck();
        // A chain that is gone with its head is known from before alone, and told to who sees all.
        Set<String> readable = heads().stream().map(ChainHead::chain).collect(Collectors.toSet());
        boolean all = seesAll();
        before.stream().filter(head -> all || readable.contains(head.chain())).forEach(check::stated);
        heads().forEach(check::stated);
        each(check::row);
        // Rows were added meanwhile; none stands behind where its chain ends now.
        Map<String, ChainHead> now = new HashMap<>();
        heads().forEach(head -> now.put(head.chain(), head));
        now.values().forEach(check::atMost);
        return check.results(false);
    }
}
