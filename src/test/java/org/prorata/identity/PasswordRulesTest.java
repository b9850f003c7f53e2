package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    @Test
    void common_long_passwords_are_refused() {
        for (String common : new String[] {"password1234", "Password123!", "P@ssw0rd1234", "passwordpassword", "123456789012", "1234567890123456", "qwertyuiop123",
            "qwertyuiop[]", "1qaz2wsx3edc", "1q2w3e4r5t6y", "zaq12wsxcde3", "qazwsxedcrfv", "aaaaaaaaaaaa", "abababababab", "abcabcabcabc", "abcdefghijkl",
            "iloveyou1234", "iloveyouforever", "letmein12345", "welcome12345", "Welcome2024!", "administrator", "administrator1", "changeme1234", "correcthorsebatterystaple",
            "Summer2024!!", "football1234", "asdfghjkl123", "zxcvbnm12345", "poiuytrewq12", "Monday123456", "111122223333", "password12345678", "trustno1trustno1",
            "987654321098", "qwerty123456", "testtesttest", "adminadmin123", "secretsecret1", "!@#$%^&*()_+", "january2024!", "LoanSyndicate1"}) {
            assertThat(PasswordRules.fault(common, "a.marsh", "Ann Marsh")).as(common).isPresent();
        }
    }

    @Test
    void passwords_of_ones_own_are_taken() {
        for (String own : new String[] {"larch copper nine lanterns", "Vf7#kd92mQxz", "blauer Himmel ueber Kiel", "tHx-40-qpol-WEM", "gravel-otter-mint-47", "naïve Bücher lesen",
            "пароли бывают разные", "kettle83 walnut"}) {
            assertThat(PasswordRules.fault(own, "a.marsh", "Ann Marsh")).as(own).isEmpty();
        }
    }

    @Test
    void twelve_to_one_hundred_and_twenty_eight_characters() {
        assertThat(PasswordRules.fault("Vf7#kd92mQx", "a", "A")).hasValueSatisfying(fault -> assertThat(fault).contains("this one has 11"));
        String long128 = "larch copper nine lanterns ".repeat(5).substring(0, 128);
        assertThat(PasswordRules.fault(long128, "a", "A")).isEmpty();
        assertThat(PasswordRules.fault(long128 + "x", "a", "A")).isPresent();
    }

    @Test
    void the_users_and_the_portals_name_are_refused_also_in_disguise() {
        assertThat(PasswordRules.fault("larch marsh nine lanterns", "a.marsh", "Ann Marsh")).isPresent();
        assertThat(PasswordRules.fault("larch M4rsh nine lanterns", "a.marsh", "Ann Marsh")).isPresent();
        assertThat(PasswordRules.fault("larch Pr0rata lanterns", "a.marsh", "Ann Marsh")).isPresent();
    }
}
