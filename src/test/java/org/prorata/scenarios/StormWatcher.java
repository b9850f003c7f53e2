package org.prorata.scenarios;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.start.StormySite;

/** Looks all the time at what is committed, on a connection of its own, one snapshot after the other, and adds it up by itself. */
final class StormWatcher implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEAL = "(select id from deal where slug = '" + StormDeal.SLUG + "')";

    private final StormySite site;
    private final StormLog log;
    private long lastVersion;
    private int snapshots;
    private int calculations;

    StormWatcher(StormySite site, StormLog log) {
        this.site = site;
        this.log = log;
    }

    @Override
    public void run() {
        while (!log.over) {
            try (Connection connection = site.owner()) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
                while (!log.over) {
                    look(connection);
                    connection.rollback();
                    pause(10);                      // leaves the machine to those who are looked at
                }
            } catch (SQLException cut) {
                if (!log.mending()) {
                    log.wrong("the watcher could not look: " + cut);
                }
                pause(100);
            } catch (RuntimeException | JsonProcessingException e) {
                log.wrong("the watcher ended: " + e);
                return;
            }
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One snapshot: everything here is read as of one instant. */
    void look(Connection connection) throws SQLException, JsonProcessingException {
        List<Object[]> version = rows(connection, "select v.version, (select max(no) from calculation where deal_id = v.deal_id), (select count(*) from calculation where deal_id = v.deal_id), "
                + "(select max(known) = v.last_known from calculation where deal_id = v.deal_id) from deal_version v where deal_id = " + DEAL);
        long now = ((Number) version.get(0)[0]).longValue();
        if (now != ((Number) version.get(0)[1]).longValue() || now != ((Number) version.get(0)[2]).longValue() || !Boolean.TRUE.equals(version.get(0)[3])) {
            log.wrong("version " + now + " goes with calculation " + version.get(0)[1] + " of " + version.get(0)[2]);
        }
        if (now < lastVersion) {
            log.wrong("version " + now + " was seen after " + lastVersion);
        }
        calculations += (int) (now - lastVersion);
        lastVersion = now;
        positions(now, rows(connection, "select tranche, lender_id::text, on_date, amount from entry where deal_id = " + DEAL), paid(connection));
        slices(connection, now);
        snapshots++;
    }

    /** What standing bookings have paid of each tranche, by value date. */
    private static Map<String, TreeMap<LocalDate, BigDecimal>> paid(Connection connection) throws SQLException {
        Map<String, LocalDate> corrected = new HashMap<>();
        rows(connection, "select payment_no, component, booked::text, value_date from booking_correction where deal_id = " + DEAL + " order by known")
                .forEach(row -> corrected.put(row[0] + " " + row[1] + " " + row[2], row[3] == null ? null : LocalDate.parse(row[3].toString())));
        Map<String, TreeMap<LocalDate, BigDecimal>> paid = new HashMap<>();
        for (Object[] row : rows(connection, "select payment_no, component, known::text, value_date, total from fixed_component where component like 'principal:%' and deal_id = " + DEAL)) {
            String key = row[0] + " " + row[1] + " " + row[2];
            LocalDate on = corrected.containsKey(key) ? corrected.get(key) : LocalDate.parse(row[3].toString());
            if (on != null) {
                paid.computeIfAbsent(row[1].toString().substring("principal:".length()), tranche -> new TreeMap<>()).merge(on, (BigDecimal) row[4], BigDecimal::add);
            }
        }
        return paid;
    }

    private void positions(long version, List<Object[]> entries, Map<String, TreeMap<LocalDate, BigDecimal>> paid) {
        StormDeal.PRINCIPAL.forEach((tranche, principal) -> {
            TreeMap<LocalDate, Map<String, BigDecimal>> byDay = new TreeMap<>();
            entries.stream().filter(row -> row[0].equals(tranche)).forEach(row -> byDay.computeIfAbsent(LocalDate.parse(row[2].toString()), day -> new HashMap<>())
                    .merge((String) row[1], (BigDecimal) row[3], BigDecimal::add));
            TreeMap<LocalDate, BigDecimal> payments = paid.getOrDefault(tranche, new TreeMap<>());
            payments.keySet().forEach(day -> byDay.computeIfAbsent(day, none -> new HashMap<>()));
            Map<String, BigDecimal> held = new HashMap<>();
            byDay.forEach((day, moved) -> {
                moved.forEach((lender, amount) -> held.merge(lender, amount, BigDecimal::add));
                BigDecimal sum = held.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal right = payments.headMap(day, true).values().stream().reduce(BigDecimal.valueOf(principal), BigDecimal::subtract);
                if (sum.compareTo(right) != 0) {
                    log.wrong("at version " + version + " the positions of " + tranche + " on " + day + " add up to " + sum + " and not to " + right);
                }
                if (held.values().stream().anyMatch(amount -> amount.signum() < 0)) {
                    log.wrong("at version " + version + " somebody holds less than nothing of " + tranche + " on " + day);
                }
            });
        });
    }

    private void slices(Connection connection, long version) throws SQLException, JsonProcessingException {
        Object[] calculation = rows(connection, "select no, body from calculation where deal_id = " + DEAL + " order by no desc limit 1").get(0);
        List<BigDecimal> sums = new ArrayList<>();
        rows(connection, "select sum(slice) from lender_figures, unnest(slices) with ordinality s (slice, place) where deal_id = " + DEAL + " and calculation_no = " + calculation[0]
                + " group by place order by place").forEach(row -> sums.add((BigDecimal) row[0]));
        int place = 0;
        for (JsonNode line : JSON.readTree((String) calculation[1]).get("lines")) {
            if (line.path("fixedOn").isNull() || line.path("fixedOn").isMissingNode()) {
                BigDecimal total = line.path("total").isNumber() ? line.get("total").decimalValue() : null;
                if (total == null ? sums.get(place) != null : sums.get(place) == null || total.compareTo(sums.get(place)) != 0) {
                    log.wrong("at version " + version + " the slices of " + line.get("component") + " in payment " + line.get("payment") + " add up to " + sums.get(place));
                }
                place++;
            }
        }
    }

    static List<Object[]> rows(Connection connection, String sql) throws SQLException {
        List<Object[]> found = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return snapshots + " snapshots over " + calculations + " calculations";
    }
}
