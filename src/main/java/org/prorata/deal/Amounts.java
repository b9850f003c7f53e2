package org.prorata.deal;

import io.quarkus.qute.TemplateExtension;
import org.prorata.calc.Money;
import org.prorata.web.Formats;

/** How amounts are written on pages: {@code {amount.grouped}} of {@link Money} in the language of the page, where the method of that name would write it in English. */
@TemplateExtension(priority = Amounts.BEFORE_METHODS)
final class Amounts {

    static final int BEFORE_METHODS = 20;

    private Amounts() {
    }

    static String grouped(Money amount) {
        return Formats.grouped(amount.grouped());
    }
}
