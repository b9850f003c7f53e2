package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.SampleDeal;
import org.prorata.identity.Owner;
import org.prorata.web.Today;

/** The second wall (rule S4), asked of the database itself under the portal's own role: what a query that forgot to ask whose rows it reads would get. */
@QuarkusTest
class EveryTableIsWalledTest {

    /**
     * The heads of the trail name their deal in another way; requests for access are an administrator's to see, never a lender's, which {@code LenderAdministratorTest} holds; a draft is of a deal
     * that is not there yet, for those who keep every deal, which {@code SetupFormTest} holds; a form that was being filled in is its user's alone, which {@code TypedFormTest} holds.
     */
    private static final Set<String> ELSEWHERE = Set.of("trail_head", "grant_request", "setup_draft", "typed_form");

    @Inject Desk desk;
    @Inject SampleDeal sample;
    @Inject Today today;

    private final UUID nobody = UUID.randomUUID();
    private Staffed deal;
    private SampleDeal.Imported other;
    private Connection owner;
    private Connection portal;
    private Catalogue catalogue;

    @BeforeEach
    void a_deal_with_rows_in_every_table_and_another_beside_it() throws SQLException {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = EventfulDeal.of(desk);
        other = sample.rusoro();
        owner = Catalogue.asOwner();
        portal = Catalogue.asPortal();
        portal.setAutoCommit(false);
        catalogue = new Catalogue(owner);
    }

    @AfterEach
    void the_real_date_again() throws SQLException {
        today.pretend(null);
        owner.close();
        portal.close();
    }

    @Test
    void nothing_in_the_catalogue_lets_a_lenders_row_out() throws SQLException {
        assertThat(catalogue.faults()).isEmpty();
        assertThat(catalogue.walled()).contains("lender", "lender_detail", "entry", "transfer", "fixed_slice", "lender_figures", "adjustment", "adjustment_line", "adjustment_slice", "settlement", "settlement_reversal",
                "proposal", "proposal_comparison", "proposal_part", "trail", "setup_draft");
    }

    @Test
    void what_would_let_one_out_is_found() throws SQLException {
        String prepare = "create table leaky (deal_id uuid not null, lender_id uuid not null)";
        String wall = "alter table leaky enable row level security; alter table leaky force row level security; create policy o on leaky to current_user using (true); ";
        Map<String, String> leaks = Map.of(
                "", "leaky is not walled",
                "alter table leaky enable row level security", "leaky is not walled",
                wall, "leaky has no policy for the portal's role",
                wall + "create policy p on leaky for select to public using (true)", "a policy of leaky lets the portal's role by",
                wall + "create policy p on leaky for insert to public with check (true)", "a policy of leaky lets the portal's role by",
                "create view all_entries as select * from entry", "all_entries is a view with its owner's eyes",
                "create materialized view all_entries as select * from entry", "all_entries is a materialised view",
                "create function leaks() returns setof entry language sql security definer set search_path = public as 'select * from entry'", "leaks() answers the portal's role as its owner",
                "create function leaks() returns trigger language plpgsql security definer as 'begin return null; end'", "leaks() runs as its owner with the caller's search_path",
                "alter table entry no force row level security", "entry is not walled");
        owner.setAutoCommit(false);
        for (Map.Entry<String, String> leak : leaks.entrySet()) {
            try (var statement = owner.createStatement()) {
                statement.execute(prepare + ";" + leak.getKey());
                assertThat(catalogue.faults()).as(leak.getKey()).contains(leak.getValue());
            } finally {
                owner.rollback();
            }
        }
    }

    /** Settings that are nobody's in this deal: the pairs are what it sees and keeps, and the lenders it acts for; null where a setting is not made. */
    private List<String[]> strangers() throws SQLException {
        String othersLender = (String) catalogue.rows("select id::text from lender where deal_id = ? limit 1", other.id()).get(0)[0];
        return List.of(new String[] {null, null}, new String[] {"", ""}, new String[] {"{}", "{}"}, new String[] {"{" + other.id() + "}", "{}"}, new String[] {null, "{" + othersLender + "}"},
                new String[] {"{" + other.id() + "}", "{" + othersLender + "}"}, new String[] {"{" + nobody + "}", "{" + nobody + "," + deal.id() + "}"}, new String[] {"{" + endeavour() + "}", null});
    }

    private String endeavour() throws SQLException {
        return lender("endeavour");
    }

    private String lender(String handle) throws SQLException {
        return (String) catalogue.rows("select id::text from lender where deal_id = ? and handle = ?", deal.id(), handle).get(0)[0];
    }

    private void set(String sees, String lenders) throws SQLException {
        portal.rollback();
        for (String[] setting : new String[][] {{"prorata.sees", sees}, {"prorata.keeps", sees}, {"prorata.lenders", lenders}}) {
            if (setting[1] != null) {
                Catalogue.rows(portal, "select set_config(?, ?, true)", setting[0], setting[1]);
            }
        }
    }

    private List<Object[]> read(String table) throws SQLException {
        return Catalogue.rows(portal, "select to_jsonb(t)::text from " + table + " t where deal_id = ?", deal.id());
    }

    @Test
    void without_a_setting_or_with_another_deals_or_lenders_every_table_gives_zero_rows() throws SQLException {
        for (String table : tables()) {
            assertThat(catalogue.rows("select from " + table + " where deal_id = ?", deal.id())).as("the owner sees rows of " + table).isNotEmpty();
            for (String[] setting : strangers()) {
                set(setting[0], setting[1]);
                assertThat(read(table)).as(table + " under " + List.of(String.valueOf(setting[0]), String.valueOf(setting[1]))).isEmpty();
            }
        }
    }

    @Test
    void nor_can_a_row_be_added_under_them_or_by_a_lender() throws SQLException {
        List<String[]> settings = new ArrayList<>(strangers());
        settings.add(new String[] {"{}", "{" + endeavour() + "}"});
        for (String table : tables()) {
            if (table.equals("trail")) {
                continue;                                                       // everybody's doings are written there
            }
            String row = (String) catalogue.rows("select to_jsonb(t)::text from " + table + " t where deal_id = ? limit 1", deal.id()).get(0)[0];
            for (String[] setting : settings) {
                set(setting[0], setting[1]);
                String refusal = "nothing";
                try {
                    Catalogue.rows(portal, "insert into " + table + " select * from jsonb_populate_record(null::" + table + ", ?::jsonb) returning 1", row);
                } catch (SQLException refused) {
                    refusal = refused.getSQLState() + " " + refused.getMessage();
                }
                assertThat(refusal).as(table + " under " + List.of(String.valueOf(setting[0]), String.valueOf(setting[1]))).startsWith("42501").contains("row-level security");
            }
        }
    }

    @Test
    void a_lender_sees_its_own_rows_and_who_acts_for_several_sees_exactly_theirs() throws SQLException {
        for (List<String> handles : List.of(List.of("endeavour"), List.of("petropavlovsk"), List.of("endeavour", "lansdowne-equity-lp"), List.of("endeavour", "blackrock", "petropavlovsk"))) {
            List<String> ids = new ArrayList<>();
            for (String handle : handles) {
                ids.add(lender(handle));
            }
            String list = ids.stream().collect(Collectors.joining(",", "{", "}"));
            for (String table : tables()) {
                List<String> columns = catalogue.lenderColumns(table);
                set("{}", list);
                List<String> seen = texts(read(table));
                if (columns.isEmpty() && !table.startsWith("adjustment")) {
                    assertThat(seen).as(table + ", the agent's alone").isEmpty();
                } else {
                    String whose = columns.isEmpty() ? "exists (select from adjustment_slice s where (s.deal_id, s.no) = (t.deal_id, t.no) and s.lender_id = any (?::uuid[])"
                            + (table.equals("adjustment") ? ")" : " and (s.payment_no, s.component) = (t.payment_no, t.component))")
                            : columns.stream().map(column -> column + " = any (?::uuid[])").collect(Collectors.joining(" or ", "(", ")"));
                    Object[] values = Stream.concat(Stream.of(deal.id()), Stream.generate(() -> list).limit(Math.max(1, columns.size()))).toArray();
                    assertThat(seen).as(table + " of " + handles).containsExactlyInAnyOrderElementsOf(
                            texts(catalogue.rows("select to_jsonb(t)::text from " + table + " t where deal_id = ? and " + whose, values)));
                }
            }
            assertThat(read("lender")).hasSize(handles.size());
        }
    }

    @Test
    void an_agent_of_one_deal_sees_all_of_it_and_nothing_of_another() throws SQLException {
        set("{" + deal.id() + "}", "{}");
        for (String table : tables()) {
            assertThat(read(table)).as(table).hasSize((int) Owner.counts("select count(*) from " + table + " where deal_id = ?", deal.id()));
            assertThat(Catalogue.rows(portal, "select from " + table + " where deal_id is distinct from ?", deal.id())).as(table).isEmpty();
        }
    }

    /** What all of a deal may see must not say which of its lenders did what. */
    @Test
    void no_table_without_walls_names_a_lender_of_the_deal() throws SQLException {
        List<String> ids = texts(catalogue.rows("select id::text from lender where deal_id = ?", deal.id()));
        for (String table : Catalogue.OPEN.keySet()) {
            if (!table.equals("user_grant")) {
                String all = String.join("\n", texts(catalogue.rows("select t::text from " + table + " t")));
                assertThat(ids).as(table).noneMatch(all::contains);
            }
        }
    }

    @Test
    void where_a_chain_of_the_trail_ends_is_seen_by_who_may_read_the_chain() throws SQLException {
        for (String[] setting : strangers()) {
            set(setting[0], setting[1]);
            assertThat(Catalogue.rows(portal, "select from trail_head where chain in (?, 'portal')", deal.id().toString())).isEmpty();
        }
        set("{" + deal.id() + "}", "{}");
        assertThat(texts(Catalogue.rows(portal, "select chain from trail_head"))).containsExactly(deal.id().toString());
    }

    /** All walled tables but samples, which have no rows of this deal, and those held elsewhere. */
    private List<String> tables() throws SQLException {
        return catalogue.walled().stream().filter(table -> !table.endsWith("_sample") && !ELSEWHERE.contains(table)).toList();
    }

    private static List<String> texts(List<Object[]> rows) {
        return rows.stream().map(row -> (String) row[0]).toList();
    }
}
