package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Legal Entity Identifier and its check digits. The good ones are published by the Global Legal Entity Identifier Foundation. */
class LeiTest {

    private static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int CHECKED = 18;

    private static boolean right(String lei) {
        return Lei.wrong(lei).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5493001KJTIIGC8Y1R12", "HWUPKR0MPOU8FGXBT394", "INR2EJN1ERAN0W5ZP974", "7LTWFZYICNSX8D621K86", "784F5XWPLTWKTBV3E584", "8I5DZWZKVSZI1NUHU748",
            "506700GE1G29325QX363", "529900T8BM49AURSDO55"})
    void published_ones_are_right_and_every_slip_from_like_to_like_is_caught(String lei) {
        assertThat(right(lei)).isTrue();
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < lei.length(); i++) {
            for (char c : ALL.toCharArray()) {
                String slip = lei.substring(0, i) + c + lei.substring(i + 1);
                if (c != lei.charAt(i) && Character.isDigit(c) == Character.isDigit(lei.charAt(i))) {
                    assertThat(right(slip)).as(slip).isFalse();
                } else if (c != lei.charAt(i) && right(slip)) {
                    mixed.add(slip);
                }
            }
        }
        assertThat(mixed).as("letters for digits that the standard's modulus lets through, of some 450").hasSizeLessThanOrEqualTo(5);
        for (int i = 0; i + 1 < lei.length(); i++) {
            char a = lei.charAt(i);
            char b = lei.charAt(i + 1);
            if (a != b && Character.isDigit(a) == Character.isDigit(b)) {
                String swapped = lei.substring(0, i) + b + a + lei.substring(i + 2);
                assertThat(right(swapped)).as(swapped).isFalse();
            }
        }
    }

    @Test
    void wrong_check_digits_are_told_with_those_that_would_be_right() {
        assertThat(Lei.wrong("5493001KJTIIGC8Y1R13").orElseThrow()).contains("5493001KJTIIGC8Y1R would end in 12 and not in 13");
        assertThat(Lei.wrong("5493001KJTIIGC8Y1S12").orElseThrow()).contains("and not in 12");
    }

    @Test
    void what_has_not_the_shape_is_told_with_its_length() {
        for (String text : List.of("", "5493001KJTIIGC8Y1R1", "5493001KJTIIGC8Y1R123", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1RAB", "5493 001KJTIIGC8Y1R1", "５493001KJTIIGC8Y1R12")) {
            assertThat(Lei.wrong(text).orElseThrow()).as(text).contains("has 20 characters");
        }
        assertThat(Lei.wrong("5493001KJTIIGC8Y1R1").orElseThrow()).endsWith("this has 19");
    }

    /** 00, 01 and 99 leave the same remainder as 97, 98 and 02, and are never given. */
    @Test
    void check_digits_that_are_never_given_are_refused_though_their_remainder_is_right() {
        int seen = 0;
        for (int i = 0; i < 1000; i++) {
            String first = String.format("TEST%014d", i);
            String digits = Lei.checkDigits(first);
            assertThat(Integer.parseInt(digits)).isBetween(2, 98);
            String twin = switch (digits) { case "97" -> "00"; case "98" -> "01"; case "02" -> "99"; default -> null; };
            if (twin != null) {
                seen++;
                assertThat(right(first + digits)).isTrue();
                assertThat(right(first + twin)).isFalse();
            }
        }
        assertThat(seen).isPositive();
        assertThat(Lei.checkDigits("5493001KJTIIGC8Y1R".substring(0, CHECKED))).isEqualTo("12");
    }
}
