package org.prorata.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The portal's one clock. Civil dates may be pretended (configuration {@code prorata.today}, an ISO date: the
 * demonstration shows 10 June 2010); instants never are, so that sessions, tokens, throttles and what was known when
 * always follow real time.
 */
@ApplicationScoped
public class Today {

    private volatile LocalDate pretended;

    /** For the container's proxy only. */
    protected Today() {
    }

    @Inject
    public Today(@ConfigProperty(name = "prorata.today") Optional<LocalDate> configured) {
        this.pretended = configured.orElse(null);
    }

    /** The civil date now in the zone of the deal; the pretended day, whatever the zone, where one is set. */
    public LocalDate today(ZoneId zone) {
        LocalDate day = pretended;
        return day != null ? day : LocalDate.now(zone);
    }

    /**
     * The civil date at an instant, so that what is shown as known then does not change with the day on which it is looked at (rule F16).
     *
     * @param known null: now
     */
    public LocalDate today(ZoneId zone, Instant known) {
        LocalDate day = pretended;
        return day != null || known == null ? today(zone) : known.atZone(zone).toLocalDate();
    }

    /** The day that is pretended; empty where the date is real. */
    public Optional<LocalDate> pretendedDay() {
        return Optional.ofNullable(pretended);
    }

    public boolean pretended() {
        return pretended != null;
    }

    /** The real instant, always. */
    public Instant now() {
        return Instant.now();
    }

    /** Sets the day that is pretended from now on; null goes back to the real date. */
    public void pretend(LocalDate day) {
        this.pretended = day;
    }
}
