package org.prorata.allocation;

import java.util.Locale;

/** Enumerations as the words that files, addresses and JSON use. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
