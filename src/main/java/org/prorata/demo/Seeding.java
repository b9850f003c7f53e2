package org.prorata.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.prorata.deal.Deal;
import org.prorata.deal.DealImport;
import org.prorata.deal.TermSheetReader;
import org.prorata.identity.Accounts;
import org.prorata.identity.LenderRules;
import org.prorata.identity.Role;
import org.prorata.identity.Walls;
import org.prorata.register.Lender;

/** Puts the demonstration's deal and users into the database where they are not there yet; what somebody changed since stays as it is. */
@ApplicationScoped
class Seeding {

    @Inject DealImport deals;
    @Inject Accounts accounts;
    @Inject LenderRules lenderRules;

    void plant(Demonstration.Seed seed, byte[] termSheet) {
        Walls.asPortal(() -> {
            UUID dealId = QuarkusTransaction.requiringNew().call(() -> Deal.bySlug(seed.deal()).map(Deal::id))
                    .orElseGet(() -> imported(seed, termSheet));
            Map<String, UUID> lenders = QuarkusTransaction.requiringNew().call(() -> {
                Map<String, UUID> byHandle = new LinkedHashMap<>();
                Lender.of(dealId, null).forEach(lender -> byHandle.put(lender.handle(), lender.id()));
                return byHandle;
            });
            seed.users().forEach(user -> plant(user, dealId, lenders));
        });
    }

    /** Its lenders may have administrators of their own, so that it can be tried. */
    private UUID imported(Demonstration.Seed seed, byte[] termSheet) {
        UUID dealId = deals.run(TermSheetReader.read(termSheet), null).id();
        lenderRules.allow(dealId, seed.deal());
        return dealId;
    }

    /** One transaction a user: a user is there with its grants, or not at all. */
    private void plant(Demonstration.User user, UUID dealId, Map<String, UUID> lenders) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (accounts.byLogin(user.login()).isEmpty()) {
                UUID id = accounts.create(user.login(), user.name(), user.password());
                accounts.setEmail(id, user.email());
                user.lenders().forEach(handle -> accounts.grantLender(id, dealId, lenders.get(handle)));
                user.roles().stream().map(Role::of).forEach(role -> {
                    switch (role.names()) {
                        case A_LENDER -> user.lenders().forEach(handle -> accounts.grant(id, role, dealId, lenders.get(handle)));
                        case A_DEAL -> accounts.grant(id, role, dealId, null);
                        default -> accounts.grant(id, role, null, null);
                    }
                });
            }
        });
    }
}
