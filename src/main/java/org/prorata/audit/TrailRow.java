package org.prorata.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the trail, as it was written. Read only: {@link Trail} writes. */
@Entity
@Immutable
@Table(name = "trail")
public class TrailRow extends PanacheEntityBase {

    @Id
    Long seq;

    Instant at;

    @Column(name = "deal_id")
    UUID dealId;

    String what;

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "user_name")
    String userName;

    String address;

    String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    String details;

    long no;

    byte[] previous;

    byte[] hash;

    /** The newest rows that fit, at most so many. Row-level security leaves out what the caller may not read. */
    static List<TrailRow> newest(TrailFilter filter, int most) {
        return find(filter.condition() + " order by seq desc", filter.values()).page(0, most).list();
    }
}
