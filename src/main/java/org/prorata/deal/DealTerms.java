package org.prorata.deal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Turn;
import org.prorata.web.NotThere;

/**
 * The terms of a deal as known from one instant on; a change appends the whole terms anew. The row is small: the text of the terms is read
 * only where no other row with the same text was read before.
 */
@Entity
@Immutable
@IdClass(DealTerms.Key.class)
@Table(name = "deal_terms")
public class DealTerms extends PanacheEntityBase {

    /** @param version the deal's version that the terms were written in */
    public record Key(UUID dealId, long version) implements Serializable {
    }

    @Id
    @Column(name = "deal_id")
    UUID dealId;

    @Id
    long version;

    Instant known;

    String digest;

    @Column(name = "proposal_id")
    UUID proposalId;

    /** The terms as they stand, in this transaction too; refused as {@link NotThere} where there is no such deal. */
    public static DealTerms latest(UUID dealId) {
        return asOf(dealId, null);
    }

    /**
     * The terms as the portal knew them at an instant.
     *
     * @param known null: the latest; before the deal was imported there is nothing, refused as {@link NotThere}
     */
    public static DealTerms asOf(UUID dealId, Instant known) {
        Optional<DealTerms> found = known == null ? find("dealId = ?1 order by version desc", dealId).firstResultOptional()
                : find("dealId = ?1 and known <= ?2 order by version desc", dealId, known).firstResultOptional();
        return found.orElseThrow(NotThere::new);
    }

    /** All terms the deal has had, the earliest first. */
    public static List<DealTerms> history(UUID dealId) {
        return list("dealId = ?1 order by version", dealId);
    }

    /** Writes new terms of the deal whose turn it is. */
    public static void append(Turn turn, Terms terms, UUID proposalId) {
        String text = TermsJson.write(terms);
        getEntityManager().createNativeQuery("""
                insert into deal_terms (deal_id, version, known, digest, terms, proposal_id)
                values (:deal, :version, :known, :digest, :terms, :proposal)""")
                .setParameter("deal", turn.dealId()).setParameter("version", turn.version()).setParameter("known", turn.known())
                .setParameter("digest", TermsCache.digest(text)).setParameter("terms", text).setParameter("proposal", proposalId)
                .executeUpdate();
    }

    /** Terms whose digest and text were read together with something else. */
    public static Terms read(String digest, String text) {
        return TermsCache.get(digest, () -> text);
    }

    /** Reads the texts of all that were not read before in one statement. */
    static void readTogether(List<DealTerms> all) {
        List<DealTerms> missing = all.stream().filter(t -> !TermsCache.has(t.digest)).toList();
        if (missing.isEmpty()) {
            return;
        }
        getEntityManager().createNativeQuery("select digest, terms from deal_terms where deal_id in :deals and digest in :digests", Object[].class)
                .setParameter("deals", missing.stream().map(t -> t.dealId).toList())
                .setParameter("digests", missing.stream().map(t -> t.digest).toList())
                .getResultList().forEach(row -> TermsCache.get((String) ((Object[]) row)[0], () -> (String) ((Object[]) row)[1]));
    }

    public Terms terms() {
        return TermsCache.get(digest, () -> (String) getEntityManager()
                .createNativeQuery("select terms from deal_terms where deal_id = :deal and version = :version", String.class)
                .setParameter("deal", dealId).setParameter("version", version).getSingleResult());
    }

    public UUID dealId() {
        return dealId;
    }

    public long version() {
        return version;
    }

    /** Since when the portal knows these terms. */
    public Instant known() {
        return known;
    }

    /** The proposal that changed them; null for those that were imported. */
    public UUID proposalId() {
        return proposalId;
    }
}
