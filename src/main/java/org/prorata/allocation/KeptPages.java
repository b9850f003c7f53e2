package org.prorata.allocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.prorata.allocation.Entrance.Visit;
import org.prorata.web.AsOf;
import org.prorata.web.Frame;

/**
 * Allocation pages as rendered, in UTF-8. A calculation never changes (rule F14), so what is kept cannot become wrong: a change makes another calculation, and
 * that is another {@link Ground}. Who may see it is asked of the database at every request, before anything kept is looked for.
 */
@ApplicationScoped
class KeptPages {

    /** In bytes; a page of the deal of six lenders has some 38,000. */
    private static final long MOST = 24_000_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    /**
     * All that a page is made of, and so whose it is.
     *
     * @param lenders those the viewer acts for, as the database let them through
     * @param chosen  the handle asked for; null or blank: all of them
     */
    private record Ground(UUID deal, int calculation, Instant known, List<UUID> lenders, String chosen, AsOf asOf, LocalDate today, Frame.Around around) {}

    @Inject Visits visits;
    @Inject Frame frame;

    private final Cache<Ground, byte[]> kept = Caffeine.newBuilder().maximumWeight(MOST).weigher((Ground ground, byte[] page) -> page.length)
            .expireAfterAccess(UNUSED).build();

    byte[] allocation(Visit visit, String lender) {
        Picture picture = visit.picture();
        Ground ground = new Ground(picture.dealId(), picture.calculation(), picture.known(), visit.own(), lender, visit.asOf(), visit.today(), frame.around());
        return kept.get(ground, none -> QuarkusTransaction.requiringNew().call(() -> render(visits.with(visit, lender))));
    }

    private static byte[] render(Visits.OfLender visit) {
        String path = "/deals/" + visit.look().picture().slug() + "/allocation";
        AllocationView view = AllocationView.of(visit.look(), visit.mine());
        return new AllocationPages.AllocationPage(view, Drawn.of(visit.look(), visit.mine(), view), visit.switches(path)).render().getBytes(StandardCharsets.UTF_8);
    }
}
