package org.prorata.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium or Chrome of this machine. None is ever downloaded. */
final class Chromium implements AutoCloseable {

    static final String MISSING = "No Chromium or Chrome was found: CHROME_BIN names none, none is on the PATH nor where they are usually installed.";

    /** Names a browser's program; where it is set, no other is looked for. */
    private static final String CHOSEN = "CHROME_BIN";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> USUAL = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
            "/opt/google/chrome/chrome", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium").map(Path::of).toList();
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
    }

    static Optional<Path> installed() {
        return among(System.getenv(CHOSEN), System.getenv("PATH"), USUAL);
    }

    /**
     * @param chosen the program to take; null or blank: the first found
     * @param path   folders as the variable PATH lists them; may be null
     * @param usual  where to look last
     */
    static Optional<Path> among(String chosen, String path, List<Path> usual) {
        if (chosen != null && !chosen.isBlank()) {
            return Optional.of(Path.of(chosen)).filter(Chromium::runs);
        }
        Stream<Path> onPath = Stream.of((path == null ? "" : path).split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, usual.stream()).filter(Chromium::runs).findFirst();
    }

    private static boolean runs(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program);
    }

    /** @throws IllegalStateException where there is none */
    static Chromium start() {
        return new Chromium(installed().orElseThrow(() -> new IllegalStateException(MISSING)));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
