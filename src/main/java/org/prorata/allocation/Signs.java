package org.prorata.allocation;

/** How currencies are named beside amounts: several countries have dollars, so a bare $ is never used. */
final class Signs {

    private Signs() {}

    static String of(String currencyCode) {
        return switch (currencyCode) {
            case "USD" -> "US$";
            case "CAD" -> "C$";
            case "AUD" -> "A$";
            case "GBP" -> "£";
            case "EUR" -> "€";
            default -> currencyCode;
        };
    }
}
