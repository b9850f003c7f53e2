package org.prorata.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.prorata.deal.IllustrativeMark;

/** Tells the terms page what the calculation says of the opening positions. */
@ApplicationScoped
class IllustrativeShares implements IllustrativeMark {

    @Inject Pictures pictures;

    @Override
    public boolean stands(String slug, Instant known) {
        return pictures.of(slug, known).picture().body().illustrative();
    }
}
