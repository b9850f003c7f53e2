package org.prorata.deal;

import java.math.BigDecimal;
import org.prorata.web.Formats;

/** The warrants on the terms page. */
record WarrantsView(Terms terms) {

    public Shown count() {
        return Shown.of(terms.warrants().count(), Formats::grouped);
    }

    public Shown issued() {
        return TermsView.day(terms.warrants().issueDate());
    }

    public Shown tranche() {
        return Shown.of(terms.tranche(terms.warrants().tranche()).name());
    }

    public String strikeCurrency() {
        return terms.warrants().strikeCurrency().getCurrencyCode();
    }

    public Shown strike() {
        return Shown.of(terms.warrants().strike(), BigDecimal::toPlainString);
    }

    public Shown expires() {
        return TermsView.day(terms.warrants().expiryDate());
    }

    public Shown expiryTime() {
        return Shown.of(terms.warrants().expiryTime(), Object::toString);
    }

    public Shown expiryZone() {
        return Shown.of(terms.warrants().expiryZone(), Object::toString);
    }

    public Shown stapled() {
        return Shown.of(terms.warrants().stapled(), String::valueOf);
    }

    public Shown over() {
        return Shown.of(terms.warrants().over());
    }
}
