package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hints while a test wants some; none otherwise. */
@ApplicationScoped
public class SampleHints implements SignInHints {

    private volatile List<Hint> now = List.of();

    @Override
    public List<Hint> hints() {
        return now;
    }

    void show(Hint... hints) {
        now = List.of(hints);
    }
}
