package org.prorata.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address to which mail may go: the plain form that all mail servers take, of letters, digits and signs of ASCII. Spaces, line breaks, quotes, comments and lists of addresses,
 * with which a mail could be turned into another, are none of it.
 */
public final class EmailAddress {

    public static final int LONGEST = 254;

    private static final Pattern PLAIN = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");
    private static final int LONGEST_LOCAL = 64;

    private EmailAddress() {
    }

    public static boolean isOne(String text) {
        return text != null && text.length() <= LONGEST && text.indexOf('@') <= LONGEST_LOCAL && PLAIN.matcher(text).matches();
    }

    /** Without the spaces around it, as it was typed else; the empty text for none. */
    public static String typed(String text) {
        return text == null ? "" : text.strip();
    }

    /** The form in which addresses are compared. */
    public static String key(String text) {
        return typed(text).toLowerCase(Locale.ROOT);
    }
}
