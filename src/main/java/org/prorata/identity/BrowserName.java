package org.prorata.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What opened a session, in a few words from its {@code User-Agent}: "Firefox on Linux". It helps people to know their own sessions and decides nothing, since a program
 * may say what it likes. Of what is no known browser only the name before the first slash is kept.
 */
final class BrowserName {

    /** Browsers claim to be those they descend from: the first that fits counts. */
    private static final Map<String, String> BROWSERS = ordered("Edg", "Edge", "OPR/", "Opera", "SamsungBrowser/", "Samsung Internet", "Firefox/", "Firefox", "FxiOS/", "Firefox",
            "Chrome/", "Chrome", "CriOS/", "Chrome", "Safari/", "Safari");
    /** An iPhone says that it is like Mac OS X, Android that it is Linux. */
    private static final Map<String, String> SYSTEMS = ordered("iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "CrOS", "ChromeOS", "Windows", "Windows",
            "Macintosh", "macOS", "Linux", "Linux");
    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,39}");
    private static final String ANY_BROWSER = "Mozilla";

    private BrowserName() {
    }

    /** Letters, digits, spaces and {@code . _ -} only; empty where nothing was said that can be read. */
    static String of(String userAgent) {
        if (userAgent == null) {
            return "";
        }
        Matcher first = PROGRAM.matcher(userAgent);
        String program = first.lookingAt() ? first.group() : "";
        if (!program.equals(ANY_BROWSER)) {
            return program;
        }
        String browser = named(userAgent, BROWSERS).orElse("A browser");
        return named(userAgent, SYSTEMS).map(system -> browser + " on " + system).orElse(browser);
    }

    private static Optional<String> named(String userAgent, Map<String, String> names) {
        return names.entrySet().stream().filter(name -> userAgent.contains(name.getKey())).map(Map.Entry::getValue).findFirst();
    }

    private static Map<String, String> ordered(String... markThenName) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < markThenName.length; i += 2) {
            names.put(markThenName[i], markThenName[i + 1]);
        }
        return names;
    }
}
