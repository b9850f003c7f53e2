package org.prorata.factor;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.prorata.identity.Proofs;

/** A sign-in by a passkey alone, as pages and programs make it. */
final class PasskeyEntry {

    /** @param entered null where it was not taken @param again from when on another is looked at, where this one was not; else null */
    record Outcome(Proofs.Entered entered, Instant again) {
    }

    private PasskeyEntry() {
    }

    static Outcome enter(Passkeys passkeys, Proofs proofs, String credential, RoutingContext context) {
        Proofs.Entered[] entered = {null};
        Optional<Instant> again = proofs.unguessable(() -> {
            String browser = proofs.passkeyToken(context).orElse("");
            entered[0] = passkeys.signsIn(credential, browser, context).flatMap(user -> proofs.open(user, SecondFactors.PASSKEY, context)).orElse(null);
            return entered[0] != null;
        });
        return new Outcome(entered[0], again.orElse(null));
    }
}
