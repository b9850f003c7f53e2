package org.prorata.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.calc.BusinessDays;
import org.prorata.calc.Period;
import org.prorata.calc.Schedule;
import org.prorata.deal.BusinessDayTerms;
import org.prorata.deal.ComponentKind;
import org.prorata.deal.Dates;
import org.prorata.deal.Instalment;
import org.prorata.deal.InterestTerm;
import org.prorata.deal.StatedAmount;
import org.prorata.deal.StatedTerm;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;

/** The payments that follow from a deal's terms: everything due on one stated date is one payment; principal first, then interest and fees. */
public final class PaymentPlan {

    private PaymentPlan() {}

    /** Payments by stated date, numbered from 1. */
    public static List<Payment> of(Terms terms) {
        BusinessDays businessDays = businessDays(terms.businessDays());
        Map<LocalDate, List<Component>> byDue = new TreeMap<>();
        Map<LocalDate, String> wordings = new TreeMap<>();
        for (Tranche tranche : terms.tranches()) {
            for (Instalment instalment : tranche.repayments()) {
                add(byDue, instalment.due(), new Component("principal:" + tranche.id(), ComponentKind.PRINCIPAL,
                        tranche.name().value(), tranche.id(), null, null, instalment.amount()));
                if (instalment.wording() != null) {
                    wordings.put(instalment.due(), instalment.wording());
                }
            }
        }
        for (InterestTerm interest : terms.interest()) {
            for (Period period : periods(interest, terms.businessDays(), businessDays)) {
                add(byDue, period.due(), new Component(interest.id(), ComponentKind.INTEREST, interest.name().value(), interest.tranche(),
                        interest.id(), period, null));
            }
        }
        for (StatedTerm stated : terms.stated()) {
            for (StatedAmount amount : stated.amounts()) {
                add(byDue, amount.due(), new Component(stated.id(), stated.kind(), stated.name().value(), null, stated.id(), null, amount.amount()));
            }
        }
        List<Payment> payments = new ArrayList<>();
        byDue.forEach((due, components) -> payments.add(new Payment(payments.size() + 1,
                businessDays.adjust(due, terms.businessDays().convention().value()), wordings.get(due), List.copyOf(components))));
        return List.copyOf(payments);
    }

    private static void add(Map<LocalDate, List<Component>> byDue, LocalDate due, Component component) {
        byDue.computeIfAbsent(due, date -> new ArrayList<>()).add(component);
    }

    private static BusinessDays businessDays(BusinessDayTerms terms) {
        return BusinessDays.of(terms.calendars().value(), terms.ownHolidays().value());
    }

    private static List<Period> periods(InterestTerm interest, BusinessDayTerms terms, BusinessDays businessDays) {
        Dates dates = interest.dates().value();
        boolean adjusted = terms.interestDatesAdjusted().value();
        return dates.frequency() != null
                ? Schedule.regular(interest.accruesFrom().value(), dates.until(), dates.frequency(), businessDays, terms.convention().value(), adjusted)
                : Schedule.listed(interest.accruesFrom().value(), dates.listed(), businessDays, terms.convention().value(), adjusted);
    }
}
