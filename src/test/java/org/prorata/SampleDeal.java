package org.prorata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.prorata.deal.Deal;
import org.prorata.deal.DealImport;
import org.prorata.deal.TermSheetReader;
import org.prorata.identity.Walls;

/** Imports the real deal for a test, under a name of its own each time, so that tests do not meet in one deal. */
@ApplicationScoped
public class SampleDeal {

    private static final AtomicInteger NEXT = new AtomicInteger();

    public record Imported(UUID id, String slug) {}

    @Inject DealImport deals;

    public Imported rusoro() {
        return imported(rusoroText());
    }

    /** @param termSheet its slug is replaced */
    public Imported imported(String termSheet) {
        String slug = "test-" + NEXT.incrementAndGet() + "-" + UUID.randomUUID().toString().substring(0, 8);
        String renamed = termSheet.replaceFirst("(?m)^(\\s+slug:).*$", "$1 " + slug);
        Deal deal = Walls.asPortal(() -> deals.run(TermSheetReader.read(renamed.getBytes(StandardCharsets.UTF_8)), null));
        return new Imported(deal.id(), slug);
    }

    public static String rusoroText() {
        try (InputStream in = SampleDeal.class.getResourceAsStream("/deals/rusoro-2010.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
