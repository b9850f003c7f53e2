package org.prorata.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;
import org.prorata.web.Today;

/** Many deals at a glance, in at most six statements whatever their number. What a page says was stored when it became known: no split is computed. Within a transaction. */
@ApplicationScoped
public class Glances {

    public static final int PAGE = 50;

    @Inject ManyPictures pictures;
    @Inject LenderRows rows;
    @Inject Today today;

    /** @param next the name to go on after; null on the last page */
    public record Page(List<Glance> glances, String next) {}

    /**
     * The deals that the viewer may enter, by their names in addresses, fifty a page.
     *
     * @param after the last name of the page before; null for the first page
     * @param since from when on changes are told; null: none are
     */
    public Page of(Viewer viewer, String after, Instant since) {
        List<Picture> found = pictures.latest(viewer.where(Right.READ_DEAL), after == null ? "" : after, PAGE + 1);
        List<Picture> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<UUID, List<LenderRow>> now = rowsOf(viewer, shown);
        // Where the deal has no later calculation its figures are the same, and only what is told beside them may be new.
        Map<UUID, Picture> before = since == null ? Map.of()
                : pictures.known(shown.stream().filter(picture -> now.containsKey(picture.dealId()) && picture.known().isAfter(since)).map(Picture::dealId).collect(Collectors.toSet()), since);
        Map<UUID, List<LenderRow>> then = rowsOf(viewer, List.copyOf(before.values()));
        List<Glance> glances = new ArrayList<>();
        for (Picture picture : shown) {
            Look look = look(viewer, picture, null);
            Mine mine = mine(now, picture);
            Picture old = before.get(picture.dealId());
            Changes changes = since == null || mine.shown().isEmpty() ? null
                    : Changes.between(old == null ? null : new Changes.Side(look(viewer, old, since), mine(then, old)), new Changes.Side(look, mine), since);
            glances.add(Glance.of(look, mine, changes));
        }
        return new Page(List.copyOf(glances), found.size() > PAGE ? shown.get(shown.size() - 1).slug() : null);
    }

    /** Of the lenders that the viewer acts for, where it may read their figures: by this list, and by the walls of the database. */
    private Map<UUID, List<LenderRow>> rowsOf(Viewer viewer, List<Picture> of) {
        Set<UUID> lenders = of.stream().filter(picture -> viewer.may(Right.READ_OWN, picture.dealId())).flatMap(picture -> viewer.lendersOf(picture.dealId()).stream())
                .collect(Collectors.toSet());
        return lenders.isEmpty() ? Map.of() : rows.of(of, lenders);
    }

    private static Mine mine(Map<UUID, List<LenderRow>> rows, Picture picture) {
        List<LenderRow> own = rows.getOrDefault(picture.dealId(), List.of());
        return new Mine(own, own);
    }

    private Look look(Viewer viewer, Picture picture, Instant known) {
        LocalDate day = today.today(picture.terms().zone().value(), known);
        return new Look(picture, day, day, viewer.seesAll(picture.dealId()));
    }
}
