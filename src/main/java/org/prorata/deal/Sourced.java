package org.prorata.deal;

import java.util.Objects;

/**
 * A value together with where it comes from.
 *
 * @param value null exactly when the provenance is {@link Provenance#UNKNOWN}
 * @param clause of the source, e.g. {@code 3}; null where the source has none
 * @param note why this was chosen, or what it waits for; null where there is nothing to say
 */
public record Sourced<T>(T value, Provenance provenance, String clause, String note) {

    public Sourced {
        Objects.requireNonNull(provenance, "provenance");
        if ((value == null) != (provenance == Provenance.UNKNOWN)) {
            throw new IllegalArgumentException("A value is missing exactly when its provenance is unknown");
        }
    }

    public static <T> Sourced<T> of(T value, Provenance provenance, String clause, String note) {
        return new Sourced<>(value, provenance, clause, note);
    }

    public static <T> Sourced<T> of(T value, Provenance provenance) {
        return new Sourced<>(value, provenance, null, null);
    }

    public static <T> Sourced<T> entered(T value) {
        return of(value, Provenance.ENTERED);
    }

    public static <T> Sourced<T> unknown(String clause, String note) {
        return new Sourced<>(null, Provenance.UNKNOWN, clause, note);
    }

    public boolean known() {
        return provenance != Provenance.UNKNOWN;
    }

    /** The same place in the source, with a value that was entered and approved. The note of the former choice no longer holds. */
    public Sourced<T> nowEntered(T newValue, String newNote) {
        return new Sourced<>(newValue, Provenance.ENTERED, clause, newNote);
    }
}
