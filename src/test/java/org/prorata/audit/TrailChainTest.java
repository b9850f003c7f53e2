package org.prorata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Owner;
import org.prorata.identity.Walls;

/** The chains of the trail in the database: numbered without gaps, in the order of their times, each row with the hash of what it says and of the row before. */
@QuarkusTest
class TrailChainTest {

    private static final int WRITERS = 12;
    private static final int ROWS_EACH = 25;

    @Inject
    AgroalDataSource database;
    @Inject
    Trail trail;
    @Inject
    ChainRows chains;

    private List<ChainRow> chain(String name) {
        List<ChainRow> rows = new ArrayList<>();
        Walls.asPortal(() -> QuarkusTransaction.requiringNew().run(() -> chains.of(name, Long.MAX_VALUE, rows::add)));
        return rows;
    }

    private static void holds(List<ChainRow> rows) {
        String previous = ChainRow.START;
        String at = "";
        long seq = 0;
        for (int i = 0; i < rows.size(); i++) {
            ChainRow row = rows.get(i);
            assertThat(row.no()).isEqualTo(i + 1);
            assertThat(row.previous()).isEqualTo(previous);
            assertThat(row.hash()).as("row %s, computed in Java and in the database", row).isEqualTo(row.computedHash());
            assertThat(row.at()).isGreaterThan(at);
            assertThat(Long.parseLong(row.seq())).isGreaterThan(seq);
            previous = row.hash();
            at = row.at();
            seq = Long.parseLong(row.seq());
        }
    }

    @Test
    void the_hash_is_the_documented_one_whatever_stands_in_the_row() {
        UUID deal = UUID.randomUUID();
        trail.writeApart("sample", deal, "Größe 1,5 – 金額 𝄞 \u202e=1+1", Map.of("typed", "a\u0000b\n\t\"\\ 𝄞 é", "amount", "17,500,000.00", "none", List.of()));
        trail.writeApart("sample", deal, "", Map.of());
        List<ChainRow> rows = chain(deal.toString());
        assertThat(rows).hasSize(2);
        holds(rows);
        assertThat(rows.get(0).user()).isNull();
        assertThat(rows.get(0).details()).contains("17,500,000.00");
    }

    @Test
    void a_known_row_has_the_hash_that_another_program_gives_it() {
        // printf '15:prorata-trail-1,6:portal,1:1,1:7,27:2026-01-02T03:04:05.060708Z,6:sample,-4:Zoé,9:127.0.0.1,5:a row,2:{},64:0000…,' | sha256sum
        ChainRow row = new ChainRow("portal", 1, "7", "2026-01-02T03:04:05.060708Z", "sample", null, "Zoé", "127.0.0.1", "a row", "{}", ChainRow.START, "");
        assertThat(row.computedHash()).isEqualTo("b888b64c47aaceb796bb65b49c1e664a4dc84e957dd08df2b720da1ae9932954");
    }

    @Test
    void many_writers_on_several_deals_leave_chains_without_gaps_in_the_right_order() throws Exception {
        List<UUID> deals = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        ExecutorService crowd = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String who = "writer " + writer;
                work.add(() -> {
                    for (int i = 0; i < ROWS_EACH; i++) {
                        UUID deal = deals.get(i % deals.size());
                        String subject = who + " " + String.format("%03d", i);
                        if (i % 3 == 0) {
                            // Two chains in one transaction, told in either order: none waits for a chain while another waits for its.
                            boolean portalFirst = i % 2 == 0;
                            QuarkusTransaction.requiringNew().run(() -> {
                                trail.write("sample.crowd", portalFirst ? null : deal, subject, Map.of());
                                trail.write("sample.crowd", portalFirst ? deal : null, subject, Map.of());
                            });
                        } else if (i % 7 == 0) {
                            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                                trail.write("sample.undone", deal, subject, Map.of());
                                throw new IllegalStateException();
                            })).isInstanceOf(IllegalStateException.class);
                        } else {
                            trail.writeApart("sample.crowd", deal, subject, Map.of("i", i));
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> done : crowd.invokeAll(work)) {
                done.get();
            }
        } finally {
            crowd.shutdown();
        }
        int written = 0;
        for (UUID deal : deals) {
            List<ChainRow> rows = chain(deal.toString());
            holds(rows);
            written += rows.size();
            Map<String, String> lastOfWriter = new HashMap<>();
            rows.forEach(row -> {
                String who = row.subject().substring(0, row.subject().lastIndexOf(' '));
                assertThat(row.subject()).as("in the order it was written").isGreaterThan(lastOfWriter.getOrDefault(who, ""));
                lastOfWriter.put(who, row.subject());
            });
        }
        assertThat(written).isEqualTo(WRITERS * (ROWS_EACH - 2));             // i = 7 and 14 are rolled back; 0 and 21 are multiples of 3
        holds(chain(ChainRows.PORTAL));
        assertThat(Owner.counts("select count(*) from trail where what = 'sample.undone'")).isZero();
    }

    @Test
    void a_chain_that_is_locked_keeps_no_other_deal_waiting() throws Exception {
        UUID locked = UUID.randomUUID();
        trail.writeApart("sample", locked, "first", Map.of());
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("insert into trail (deal_id, what, user_name, address, subject, details) values ('" + locked + "', 'sample', '', '', 'second', '{}')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            Thread other = new Thread(() -> trail.writeApart("sample", UUID.randomUUID(), "another deal's", Map.of()));
            other.start();
            try {
                other.join(20_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(other.isAlive()).isFalse();
        });
        holds(chain(locked.toString()));
    }

    @Test
    void what_the_owner_of_the_tables_alters_or_takes_away_behind_the_portals_back_is_found_where_it_is_stored() {
        UUID deal = UUID.randomUUID();
        for (int i = 1; i <= 5; i++) {
            trail.writeApart("sample", deal, "row " + i, Map.of());
        }
        assertThat(verified(deal)).isNull();
        Owner.runs("create table trail_kept as select * from trail where deal_id = '" + deal + "'");
        Owner.runs("alter table trail disable trigger user");
        try {
            Owner.runs("update trail set details = '{ }' where deal_id = ? and no = 3", deal);
            assertThat(verified(deal)).isEqualTo(new ChainCheck.Finding(3, ChainCheck.Fault.ALTERED, 3));
            Owner.runs("update trail t set details = k.details, hash = prorata_trail_hash(t) from trail_kept k where t.deal_id = k.deal_id and t.no = k.no and t.no = 3");
            assertThat(verified(deal)).as("hashed anew, with other details").isEqualTo(new ChainCheck.Finding(3, ChainCheck.Fault.ALTERED, 3));
            Owner.runs("update trail set hash = prorata_trail_hash(trail) where deal_id = ? and no = 3", deal);
            assertThat(verified(deal)).as("as it was").isNull();
            Owner.runs("delete from trail where deal_id = ? and no = 2", deal);
            assertThat(verified(deal)).isEqualTo(new ChainCheck.Finding(2, ChainCheck.Fault.REMOVED, 2));
            Owner.runs("delete from trail where deal_id = ?", deal);
            assertThat(verified(deal)).isEqualTo(new ChainCheck.Finding(1, ChainCheck.Fault.CUT_OFF, 1));
            Owner.runs("insert into trail select * from trail_kept where no < 5");
            assertThat(verified(deal)).isEqualTo(new ChainCheck.Finding(5, ChainCheck.Fault.CUT_OFF, 5));
            Owner.runs("insert into trail select * from trail_kept where no = 5");
            assertThat(verified(deal)).isNull();
        } finally {
            Owner.runs("alter table trail enable trigger user");
            Owner.runs("drop table trail_kept");
        }
    }

    private ChainCheck.Finding verified(UUID deal) {
        return Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> chains.verified(List.of()))).stream().filter(result -> result.chain().equals(deal.toString())).findFirst().orElseThrow().first();
    }

    @Test
    void time_goes_on_in_a_chain_also_where_the_clock_was_set_back() {
        UUID deal = UUID.randomUUID();
        trail.writeApart("sample", deal, "first", Map.of());
        Owner.runs("alter table trail_head disable trigger goes_on");
        try {
            Owner.runs("update trail_head set at = at + interval '3 days' where chain = ?", deal.toString());
        } finally {
            Owner.runs("alter table trail_head enable trigger goes_on");
        }
        trail.writeApart("sample", deal, "second", Map.of());
        trail.writeApart("sample", deal, "third", Map.of());
        holds(chain(deal.toString()));
    }
}
