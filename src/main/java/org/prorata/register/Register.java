package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Payloads;
import org.prorata.calc.Money;
import org.prorata.deal.DealTerms;
import org.prorata.deal.LenderLine;
import org.prorata.deal.Provenance;
import org.prorata.deal.Terms;
import org.prorata.register.ShareForm.Share;
import org.prorata.web.BadInput;

/** What both ways of updating shares have in common: the deal's terms and lenders, the form, and lenders that are new. */
@ApplicationScoped
public class Register {

    @Inject Payloads payloads;

    ShareForm form(JsonNode payload) {
        ShareForm form = payloads.read(payload, ShareForm.class, "on is a date such as 2010-06-10; tranche, unit, lender, name and value are texts");
        if (form == null || form.shares() == null || form.shares().stream().anyMatch(share -> share == null)) {
            throw new BadInput("shares", null, "must list what each lender holds afterwards");
        }
        if (form.unit() == null || !List.of("amount", "percent").contains(form.unit())) {
            throw new BadInput("unit", form.unit(), "must be amount or percent");
        }
        return form;
    }

    Terms terms(UUID dealId) {
        return DealTerms.latest(dealId).terms();
    }

    /** The date of the opening register: that of the first entry. */
    public LocalDate opening(UUID dealId) {
        return Entry.find("dealId = ?1 and cause = 'initial' order by seq", dealId).<Entry>firstResult().on();
    }

    /** The lenders by handle in register order, those of the form that are new entered behind the others. */
    Map<String, UUID> withNewLenders(Applied applied, ShareForm form) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        List<Lender> lenders = Lender.of(applied.dealId(), null);
        lenders.forEach(lender -> ids.put(lender.handle(), lender.id()));
        List<LenderLine> fresh = form.shares().stream().filter(Share::isNew).map(share -> LenderLine.named(share.lender(), share.name().trim(), Provenance.ENTERED)).toList();
        ids.putAll(Lender.enter(applied.turn(), lenders.size(), fresh, applied.proposalId()));
        return ids;
    }

    /** What each lender gains or loses, for a title: "Endeavour −2,500,000.00; BlackRock +2,500,000.00". */
    static String changes(Map<String, BigInteger> before, Map<String, BigInteger> after, Map<String, String> names, Terms terms) {
        StringBuilder words = new StringBuilder();
        int more = 0;
        for (Map.Entry<String, BigInteger> target : after.entrySet()) {
            BigInteger change = target.getValue().subtract(before.getOrDefault(target.getKey(), BigInteger.ZERO));
            if (change.signum() != 0 && words.length() < 300) {
                words.append(words.isEmpty() ? "" : "; ").append(names.getOrDefault(target.getKey(), target.getKey())).append(' ')
                        .append(change.signum() > 0 ? "+" : "").append(Money.ofMinor(change, terms.currency()).grouped());
            } else if (change.signum() != 0) {
                more++;
            }
        }
        return words + (more > 0 ? "; and " + more + " more" : "");
    }

    static Map<String, String> names(List<Lender> lenders) {
        Map<String, String> names = new LinkedHashMap<>();
        lenders.forEach(lender -> names.put(lender.handle(), lender.name()));
        return names;
    }

    static Map<String, String> names(List<Lender> lenders, ShareForm form) {
        Map<String, String> names = names(lenders);
        form.shares().stream().filter(Share::isNew).forEach(share -> names.put(share.lender(), share.name().trim()));
        return names;
    }
}
