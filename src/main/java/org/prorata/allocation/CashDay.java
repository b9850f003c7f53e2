package org.prorata.allocation;

import java.time.LocalDate;
import java.util.List;
import org.prorata.deal.BusinessDayTerms;
import org.prorata.payment.Payment;

/**
 * The business day on which cash falls due, and why it is not the stated date where it is not.
 *
 * @param calendars  codes of those whose business days count
 * @param because    every day passed over, the stated one first
 */
public record CashDay(LocalDate stated, LocalDate date, String convention, List<String> calendars, Mark mark, List<Passed> because) {

    /** @param calendars whose holiday it is; empty on an ordinary weekend */
    public record Passed(LocalDate date, boolean weekend, List<String> calendars) {}

    static CashDay of(Payment payment, BusinessDayTerms terms) {
        return new CashDay(payment.due(), payment.cashDay().adjusted(), terms.convention().value().code(), terms.calendars().value(), Mark.of(terms.convention()),
                payment.cashDay().because().stream().map(day -> new Passed(day.date(), day.weekend(), day.calendars())).toList());
    }

    public boolean moved() {
        return !date.equals(stated);
    }
}
