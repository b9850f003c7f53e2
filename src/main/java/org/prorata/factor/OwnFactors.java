package org.prorata.factor;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.prorata.identity.Awaits;
import org.prorata.identity.Person;
import org.prorata.identity.Proofs;
import org.prorata.identity.SecondFactor;

/** What one sees and changes of one's own second factors. To add one is a proof by it: a session that waited for that is open from then on. */
@ApplicationScoped
class OwnFactors {

    /**
     * @param required          whether one must be set up before the session opens anything
     * @param recoveryCodesLeft how many of the ten were not used
     * @param appPossible       whether the portal can keep an app's secret
     * @param passkeyPossible   whether the page stands under the address that passkeys are for
     */
    record Standing(List<SecondFactor.Listed> factors, boolean required, int recoveryCodesLeft, boolean appPossible, boolean passkeyPossible) {

        public boolean hasApp() {
            return factors.stream().anyMatch(factor -> factor.kind().equals(SecondFactors.TOTP));
        }
    }

    /** @param codes the recovery codes that were made with a first one, to be shown once; else empty */
    record Added(UUID factor, List<String> codes, Proofs.Entered entered) {
    }

    @Inject
    SecondFactors factors;
    @Inject
    RecoveryCodes recovery;
    @Inject
    Authenticators authenticators;
    @Inject
    Passkeys passkeys;
    @Inject
    Proofs proofs;

    Standing of(Person person, RoutingContext context) {
        return new Standing(factors.of(person.user()), person.awaits() == Awaits.ENROLMENT, recovery.left(person.user()), authenticators.possible(), passkeys.possible(context));
    }

    Added confirmApp(Person person, String code, String name, RoutingContext context) {
        return accepted(person, authenticators.confirm(person, code, name), SecondFactors.TOTP, context);
    }

    Added addPasskey(Person person, String name, String credential, RoutingContext context) {
        return accepted(person, passkeys.register(person, name, credential, context), SecondFactors.PASSKEY, context);
    }

    private Added accepted(Person person, SecondFactors.Added added, String by, RoutingContext context) {
        return new Added(added.factor(), added.codes(), proofs.accept(person, by, true, context));
    }
}
