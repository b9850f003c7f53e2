package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.Desk;
import org.prorata.identity.Owner;

/** A database that takes a deal of ten thousand lenders for one of a handful compares all of them with each other, and what takes a second takes minutes. */
@QuarkusTest
class LargeImportTest {

    private static final int MANY = 600;

    @Inject Desk desk;

    @ParameterizedTest
    @ValueSource(strings = {"lender", "lender_detail", "entry", "lender_figures"})
    void right_after_a_large_import_the_database_expects_many_rows_of_the_deal(String table) throws IOException {
        UUID deal = desk.rusoroAmong(MANY).id();
        String plan = Owner.finds("explain (format json) select from " + table + " where deal_id = ?", deal);
        assertThat(new ObjectMapper().readTree(plan).at("/0/Plan/Plan Rows").asLong()).as(plan).isGreaterThan(MANY / 2);
    }
}
