package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WallsTest {

    @Inject
    Accounts accounts;
    @Inject
    WalledSample sample;

    private final UUID deal = UUID.randomUUID();
    private final UUID otherDeal = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @BeforeEach
    void two_deals_with_lenders() {
        WalledSample.create();
        WalledSample.row(deal, first, "first's");
        WalledSample.row(deal, second, "second's");
        WalledSample.row(otherDeal, UUID.randomUUID(), "of another deal");
    }

    @Test
    void with_nothing_set_there_are_no_rows() {
        assertThat(sample.secrets()).isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(sample::secrets)).isEmpty();
    }

    @Test
    void a_lender_reads_its_own_rows_only_even_where_the_query_forgets_to_say_so() {
        assertThat(reads(lender(first), "/walled-sample")).containsExactly("first's");
        assertThat(reads(lender(second), "/walled-sample")).containsExactly("second's");
    }

    @Test
    void the_setting_holds_for_every_query_of_a_transaction() {
        assertThat(reads(lender(first), "/walled-sample/twice")).containsExactly("first's");
    }

    @Test
    void a_manager_of_two_lenders_reads_both() {
        UUID user = accounts.create(name(), "A manager", Visitor.PASSWORD);
        accounts.grantLender(user, deal, first);
        accounts.grantLender(user, deal, second);
        assertThat(reads(login, "/walled-sample")).containsExactly("first's", "second's");
    }

    @Test
    void the_agency_desk_reads_all() {
        UUID user = accounts.create(name(), "An agent", Visitor.PASSWORD);
        accounts.grantAgent(user);
        assertThat(reads(login, "/walled-sample")).containsExactly("first's", "of another deal", "second's");
    }

    @Test
    void an_agent_of_one_deal_reads_that_deal() {
        UUID user = accounts.create(name(), "An agent", Visitor.PASSWORD);
        accounts.grant(user, Role.AGENT_CHECKER, deal, null);
        assertThat(reads(login, "/walled-sample")).containsExactly("first's", "second's");
    }

    @Test
    void without_a_transaction_there_are_no_rows() {
        assertThat(reads(lender(first), "/walled-sample/without-transaction")).isEmpty();
    }

    @Test
    void the_portals_own_work_sees_all_and_only_while_it_lasts() {
        assertThat(Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(sample::secrets))).hasSize(3);
        assertThat(QuarkusTransaction.requiringNew().call(sample::secrets)).isEmpty();
    }

    @Test
    void the_portals_own_work_cannot_widen_a_transaction_that_is_open() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> Walls.asPortal(sample::secrets))).isInstanceOf(IllegalStateException.class);
    }

    private String login;

    private String name() {
        login = "walls-" + UUID.randomUUID();
        return login;
    }

    private String lender(UUID lender) {
        accounts.grantLender(accounts.create(name(), "A lender", Visitor.PASSWORD), deal, lender);
        return login;
    }

    private static List<String> reads(String login, String path) {
        return Visitor.signsIn(login).asks().get(path).then().statusCode(200).extract().jsonPath().getList("");
    }
}
