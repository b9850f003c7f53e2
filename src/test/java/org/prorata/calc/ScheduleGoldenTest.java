package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every period of the 36 schedules made with QuantLib: dates, days and cents. */
class ScheduleGoldenTest {

    private static final Map<String, Frequency> FREQUENCIES = Map.of("P1M", Frequency.MONTHLY, "P3M", Frequency.QUARTERLY,
            "P6M", Frequency.HALF_YEARLY, "P12M", Frequency.YEARLY);

    static Stream<JsonNode> schedules() {
        return Golden.cases("schedules.json");
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void every_period_has_the_dates_days_and_cents_of_the_golden_schedule(JsonNode golden) {
        List<Period> periods = Schedule.regular(date(golden, "start"), date(golden, "maturity"),
                FREQUENCIES.get(golden.get("frequency").asText()), businessDays(golden), convention(golden), adjusted(golden));

        assertThat(rows(periods, golden)).isEqualTo(goldenRows(golden));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void the_same_dates_listed_one_by_one_give_the_same_periods(JsonNode golden) {
        List<LocalDate> dueDates = Golden.elements(golden.get("periods")).map(period -> date(period, "unadjusted")).toList();

        List<Period> periods = Schedule.listed(date(golden, "start"), dueDates, businessDays(golden), convention(golden),
                adjusted(golden));

        assertThat(rows(periods, golden)).isEqualTo(goldenRows(golden));
    }

    @Test
    void there_are_234_periods_in_36_schedules() {
        assertThat(schedules()).hasSize(36);
        assertThat(schedules().mapToInt(golden -> golden.get("periods").size()).sum()).isEqualTo(234);
    }

    private record Row(Period period, int days, BigInteger interestCents) {
    }

    private static List<Row> rows(List<Period> periods, JsonNode golden) {
        BigInteger principalCents = golden.get("principal_cents").bigIntegerValue();
        Fraction rate = Fraction.of(golden.get("rate_bp").asLong(), 10_000);
        DayCount dayCount = DayCount.byCode(golden.get("day_count").asText()).orElseThrow();
        List<Row> rows = new ArrayList<>();
        for (Period period : periods) {
            rows.add(new Row(period, dayCount.days(period.start(), period.end()),
                    Accrual.round(Accrual.exact(principalCents, rate, dayCount, period.start(), period.end()))));
        }
        return rows;
    }

    private static List<Row> goldenRows(JsonNode golden) {
        return Golden.elements(golden.get("periods")).map(period -> new Row(
                new Period(date(period, "start"), date(period, "end"), date(period, "unadjusted"), date(period, "pay")),
                period.get("days").asInt(), period.get("interest_cents").bigIntegerValue())).toList();
    }

    private static BusinessDays businessDays(JsonNode golden) {
        return BusinessDays.of(List.of(golden.get("calendar").asText()), List.of());
    }

    private static Convention convention(JsonNode golden) {
        return Convention.byCode(golden.get("convention").asText()).orElseThrow();
    }

    private static boolean adjusted(JsonNode golden) {
        return golden.get("adjust_interest").asBoolean();
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asText());
    }
}
