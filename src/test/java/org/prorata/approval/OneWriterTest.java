package org.prorata.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;

@QuarkusTest
class OneWriterTest {

    private static final int WRITERS = 40;

    @Inject Desk desk;

    @Test
    void however_many_wait_to_write_to_a_deal_there_is_a_connection_for_those_who_read() throws Exception {
        Desk.Staffed deal = desk.rusoro();
        Config config = ConfigProvider.getConfig();
        assertThat(WRITERS).as("more than there are connections").isGreaterThan(config.getValue("quarkus.datasource.jdbc.max-size", Integer.class));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (Connection slowWriter = DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class), config.getValue("quarkus.flyway.password", String.class))) {
            slowWriter.setAutoCommit(false);
            slowWriter.createStatement().execute("select from deal_version where deal_id = '" + deal.id() + "' for update");
            List<CompletableFuture<Integer>> waiting = IntStream.range(0, WRITERS).mapToObj(i -> CompletableFuture.supplyAsync(() -> deal.proposes(deal.first(), null,
                    "payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}").statusCode(), threads)).toList();
            Thread.sleep(2000);
            assertThat(waiting).as("they wait").noneMatch(CompletableFuture::isDone);
            long began = System.nanoTime();
            deal.endeavour().asks().get("/deals/" + deal.slug() + "/allocation").then().statusCode(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as("a reader does not wait for them").isLessThan(Duration.ofSeconds(8));
            slowWriter.rollback();
            for (CompletableFuture<Integer> writer : waiting) {
                assertThat(writer.get(120, TimeUnit.SECONDS)).isEqualTo(201);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
