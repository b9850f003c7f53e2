package org.prorata.deal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Turn;

/** A deal of the portal. What it says is in its {@link DealTerms}. */
@Entity
@Immutable
@Table(name = "deal")
public class Deal extends PanacheEntityBase {

    @Id
    UUID id;

    String slug;

    @Column(name = "opens_on")
    LocalDate opensOn;

    @Column(name = "imported_by")
    UUID importedBy;

    Instant created;

    protected Deal() {
    }

    private Deal(UUID id, String slug, LocalDate opensOn, UUID importedBy, Instant created) {
        this.id = id;
        this.slug = slug;
        this.opensOn = opensOn;
        this.importedBy = importedBy;
        this.created = created;
    }

    /**
     * Writes a new deal; empty where its name in addresses is taken.
     *
     * @param opensOn the date of the opening register: nothing can happen in the deal before it
     * @param importedBy the user; null for the portal itself
     */
    static Optional<Deal> make(Turn turn, String slug, LocalDate opensOn, UUID importedBy) {
        int made = getEntityManager().createNativeQuery("""
                insert into deal (id, slug, opens_on, imported_by, created) values (:id, :slug, :opensOn, :by, :created)
                on conflict (slug) do nothing""")
                .setParameter("id", turn.dealId()).setParameter("slug", slug).setParameter("opensOn", opensOn)
                .setParameter("by", importedBy).setParameter("created", turn.known()).executeUpdate();
        return made == 0 ? Optional.empty() : Optional.of(new Deal(turn.dealId(), slug, opensOn, importedBy, turn.known()));
    }

    public static Optional<Deal> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    public static Optional<Deal> byId(UUID id) {
        return findByIdOptional(id);
    }

    public UUID id() {
        return id;
    }

    /** The deal's name in addresses. */
    public String slug() {
        return slug;
    }

    /** The date of the opening register: nothing can happen in the deal before it. */
    public LocalDate opensOn() {
        return opensOn;
    }

    public Instant created() {
        return created;
    }
}
