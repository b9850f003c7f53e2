package org.prorata.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.prorata.identity.Rows;
import org.prorata.identity.Token;

/**
 * Ten codes for the day on which phone and keys are lost. Each has 80 random bits, so that its SHA-256 tells nothing, is shown once and works once. Written in groups of four
 * letters and digits; how they are grouped, and capitals, do not matter.
 */
@ApplicationScoped
class RecoveryCodes {

    static final int COUNT = 10;

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";   // without l, o, 0 and 1
    private static final int LETTERS = 16;
    private static final int GROUP = 4;

    private static final String ADD = "insert into recovery_code (user_id, hash) values (?, ?)";
    private static final String FORGET = "delete from recovery_code where user_id = ?";
    private static final String USE = "update recovery_code set used = clock_timestamp() where user_id = ? and hash = ? and used is null";
    private static final String LEFT = "select count(*) as left from recovery_code where user_id = ? and used is null";

    private final SecureRandom random = new SecureRandom();

    @Inject
    Rows rows;

    /** Those before are void. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<String> make(UUID user) {
        rows.update(FORGET, user);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String code = random();
            rows.update(ADD, user, hash(user, code));
            codes.add(String.join("-", code.split("(?<=\\G.{" + GROUP + "})")));
        }
        return codes;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void forget(UUID user) {
        rows.update(FORGET, user);
    }

    /** Whether it is one of the user's that was not used; it is from now on. */
    boolean takes(UUID user, String typed) {
        return rows.update(USE, user, hash(user, plain(typed))) == 1;
    }

    int left(UUID user) {
        return rows.find(LEFT, row -> row.getInt("left"), user).get(0);
    }

    private String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    private static byte[] hash(UUID user, String code) {
        return Token.hash(user + " " + code);
    }
}
