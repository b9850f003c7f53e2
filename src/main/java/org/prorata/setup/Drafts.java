package org.prorata.setup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.prorata.audit.Trail;
import org.prorata.deal.Deal;
import org.prorata.deal.DealImport;
import org.prorata.deal.TermSheetReader;
import org.prorata.web.NotThere;

/** Keeps drafts as they are typed, whatever is wrong with them, and makes deals of them. Who may is asked before, and by the database's wall. */
@ApplicationScoped
class Drafts {

    static final int MOST_LISTED = 200;
    private static final int MOST_FIELDS_TOLD = 20;

    private static final String READ = """
            select s.id, s.typed, s.version, m.name as made_by, s.changed, c.name as changed_by, d.slug
              from setup_draft s join portal_user m on m.id = s.made_by join portal_user c on c.id = s.changed_by left join deal d on d.id = s.deal_id
             where s.deleted is null""";

    @Inject EntityManager database;
    @Inject DealImport deals;
    @Inject Trail trail;

    /** @param stale what stands now where it is not what the form was made from; then nothing was saved. Else null */
    record Saved(Draft draft, boolean stale) {
    }

    /** Those that changed last, ended ones too. */
    List<Draft> all() {
        return QuarkusTransaction.requiringNew().call(() -> rows(database.createNativeQuery(READ + " order by s.changed desc limit " + MOST_LISTED, Tuple.class)));
    }

    /** One that is not there, or was deleted, is refused as {@link NotThere}. */
    Draft open(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> read(id));
    }

    private Draft read(UUID id) {
        return rows(database.createNativeQuery(READ + " and s.id = :id", Tuple.class).setParameter("id", id)).stream().findFirst().orElseThrow(NotThere::new);
    }

    /** Waits for whoever writes to it. */
    private Draft lock(UUID id) {
        database.createNativeQuery("select 1 from setup_draft where id = :id for update").setParameter("id", id).getResultList();
        return read(id);
    }

    @SuppressWarnings("unchecked")
    private static List<Draft> rows(jakarta.persistence.Query query) {
        org.hibernate.query.NativeQuery<Tuple> asked = query.unwrap(org.hibernate.query.NativeQuery.class);
        return asked.addScalar("id", UUID.class).addScalar("typed", String.class).addScalar("version", Long.class).addScalar("made_by", String.class).addScalar("changed", Instant.class)
                .addScalar("changed_by", String.class).addScalar("slug", String.class).getResultList().stream()
                .map(row -> new Draft(row.get("id", UUID.class), Typed.read(row.get("typed", String.class)), row.get("version", Long.class), row.get("made_by", String.class),
                        row.get("changed", Instant.class), row.get("changed_by", String.class), row.get("slug", String.class))).toList();
    }

    /** @param from what it began as, for the trail: nothing, or a file */
    UUID make(Typed typed, String from, UUID by) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("insert into setup_draft (id, typed, made_by, changed_by) values (:id, :typed, :by, :by)").setParameter("id", id).setParameter("typed", typed.json())
                    .setParameter("by", by).executeUpdate();
            trail.write("setup.made", null, subject(id, typed), Map.of("draft", id, "from", from));
        });
        return id;
    }

    /**
     * Puts what was typed in one step in the place of what stood in it. Other steps may have changed meanwhile; where this one has, nothing is saved.
     *
     * @param was the digest of the step as the form had it
     */
    Saved save(UUID id, Step step, String was, UnaryOperator<Typed> change, UUID by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Draft draft = lock(id);
            if (draft.ended() || !draft.typed().digest(step.asks()).equals(was)) {
                return new Saved(draft, true);
            }
            Typed after = change.apply(draft.typed());
            List<String> changed = List.copyOf(Typed.changed(draft.typed(), after));
            if (changed.isEmpty()) {
                return new Saved(draft, false);
            }
            database.createNativeQuery("update setup_draft set typed = :typed, version = version + 1, changed = clock_timestamp(), changed_by = :by where id = :id")
                    .setParameter("typed", after.json()).setParameter("by", by).setParameter("id", id).executeUpdate();
            // Which fields, and not what stands in them: the trail of the portal is read by others too.
            trail.write("setup.changed", null, subject(id, after), Map.of("draft", id, "step", step.word(), "version", draft.version() + 1, "changed", changed.size(),
                    "fields", changed.stream().limit(MOST_FIELDS_TOLD).collect(Collectors.joining(" "))));
            return new Saved(read(id), false);
        });
    }

    /** Takes away what it held. One of which a deal was made stays, as what it was made of. */
    void delete(UUID id, UUID by) {
        QuarkusTransaction.requiringNew().run(() -> {
            Draft draft = lock(id);
            if (draft.ended()) {
                return;
            }
            database.createNativeQuery("update setup_draft set typed = '{}', deleted = clock_timestamp(), changed = clock_timestamp(), changed_by = :by where id = :id").setParameter("by", by)
                    .setParameter("id", id).executeUpdate();
            trail.write("setup.deleted", null, subject(id, draft.typed()), Map.of("draft", id));
        });
    }

    /**
     * Imports the draft's term sheet as a file would be, and ends the draft; asked again it gives the same deal.
     *
     * @param version of the draft that was looked at
     * @return the deal's name in addresses; null where the draft has changed since, and nothing was made
     * @throws org.prorata.deal.BadTermSheet with everything that is wrong with it
     * @throws org.prorata.web.BadInput     where the deal's name is taken, or a room cannot take its part
     */
    String create(UUID id, long version, UUID by) {
        String[] made = new String[1];
        deals.noted(() -> QuarkusTransaction.requiringNew().call(() -> {
            Draft draft = lock(id);
            if (draft.ended()) {
                made[0] = draft.deal();
                return null;
            }
            if (draft.version() != version) {
                return null;
            }
            Deal deal = deals.run(TermSheetReader.read(DraftSheet.of(draft.typed()).getBytes(StandardCharsets.UTF_8)), by);
            database.createNativeQuery("update setup_draft set deal_id = :deal, changed = clock_timestamp(), changed_by = :by where id = :id").setParameter("deal", deal.id()).setParameter("by", by)
                    .setParameter("id", id).executeUpdate();
            trail.write("setup.created", deal.id(), deal.slug(), Map.of("draft", id, "version", version));
            made[0] = deal.slug();
            return deal;
        }));
        return made[0];
    }

    private static String subject(UUID id, Typed typed) {
        return typed.has("deal.slug") ? typed.at("deal.slug") : "draft " + id;
    }
}
