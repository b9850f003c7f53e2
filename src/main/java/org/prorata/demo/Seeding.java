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
import org.prorata.identity.Role;
import org.prorata.identity.Walls;
import org.prorata.register.Lender;

/** Puts the demonstration's deal and users into the database where they are not there yet; what somebody changed since stays as it is. */
@ApplicationScoped
class Seeding {

    @Inject DealImport deals;
    @Inject Accounts accounts;

    void plant(Demonstration.Seed seed, byte[] termSheet) {
        Walls.asPortal(() -> {
            UUID dealId = QuarkusTransaction.requiringNew().call(() -> Deal.bySlug(seed.deal()).map(Deal::id))
                    .orElseGet(() -> deals.run(TermSheetReader.read(termSheet), null).id());
            Map<String, UUID> lenders = QuarkusTransaction.requiringNew().call(() -> {
                Map<String, UUID> byHandle = new LinkedHashMap<>();
                Lender.of(dealId, null).forEach(lender -> byHandle.put(lender.handle(), lender.id()));
                return byHandle;
            });
            seed.users().forEach(user -> plant(user, dealId, lenders));
        });
    }

    /** One transaction a user: a user is there with its grants, or not at all. */
    private void plant(Demonstration.User user, UUID dealId, Map<String, UUID> lenders) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (accounts.byLogin(user.login()).isEmpty()) {
                UUID id = accounts.create(user.login(), user.name(), user.password());
                accounts.setEmail(id, user.email());
                user.roles().stream().map(Role::of).forEach(role -> accounts.grant(id, role, role.names() == Role.Names.A_DEAL ? dealId : null, null));
                user.lenders().forEach(handle -> accounts.grantLender(id, dealId, lenders.get(handle)));
            }
        });
    }
}
