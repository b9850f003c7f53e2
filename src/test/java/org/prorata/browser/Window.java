package org.prorata.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.prorata.identity.Visitor;

/**
 * What one person sees: a window with cookies of its own. Whatever a page says to the console as an error (a breach of the content security policy is one), a script
 * that throws, a request that fails and an answer of 400 and above are kept as {@link #faults()}.
 */
final class Window {

    static final int DESK = 1440;
    static final int PHONE = 390;

    /** How long something may take to appear: more than ever needed, for machines that do much else. */
    static final int PATIENCE_MILLIS = 20_000;

    private static final int HEIGHT = 900;
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final UnaryOperator<AxeBuilder> RULES = axe -> axe.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    /** All that the dark changes. */
    private static final UnaryOperator<AxeBuilder> CONTRAST = axe -> axe.withRules(List.of("color-contrast"));

    /** What stands out of the window, but for what scrolls by itself. */
    private static final String TOO_WIDE = "() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))"
            + ".slice(0, 5).map(e => e.outerHTML.slice(0, 200)).join(' | ')";

    private final BrowserContext context;
    private final Page page;
    private final URI portal;
    private final int width;
    private final boolean scripts;
    private final List<String> faults = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();

    Window(Browser browser, URI portal, int width, boolean scripts) {
        this.portal = portal;
        this.width = width;
        this.scripts = scripts;
        context = browser.newContext(new Browser.NewContextOptions().setBaseURL(portal.toString()).setViewportSize(width, HEIGHT).setJavaScriptEnabled(scripts)
                .setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(this::said);
        context.onWebError(error -> faults.add("script: " + error.error()));
        context.onRequestFailed(this::failed);
        context.onResponse(this::answered);
        page = context.newPage();
    }

    private void said(ConsoleMessage message) {
        // What this repeats of failed requests is counted where they fail.
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            faults.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void failed(Request request) {
        // Leaving a page stops what it still asks for.
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            faults.add("request: " + request.url() + " " + request.failure());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400 && !expected.remove((Integer) response.status())) {
            faults.add("answer: " + response.status() + " from " + response.url());
        }
    }

    /** One answer of that status is no fault. */
    void expects(int status) {
        expected.add(status);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    void opens(String path) {
        page.navigate(path);
    }

    /** On the sign-in page, wherever it leads. */
    void signsIn(String login) {
        page.getByLabel("Sign-in name").fill(login);
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        presses("Sign in");
    }

    void presses(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    void follows(String link) {
        link(link).click();
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** A table or other part of the page, by its name. */
    Locator part(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** Keeps a picture of the whole page, and holds that the page itself never scrolls sideways and that everybody can use it, in the light and in the dark. */
    void pictures(String name) {
        if (scripts) {
            isForEverybody(ColorScheme.DARK, CONTRAST);
            isForEverybody(ColorScheme.LIGHT, RULES);
        }
        assertThat(measured("scrollWidth")).as("width of %s in a window of %d, too wide: %s", page.url(), width, page.evaluate(TOO_WIDE)).isLessThanOrEqualTo(width);
        // In a window as high as the page, what sticks to an edge while scrolling stands where it belongs.
        page.setViewportSize(width, Math.max(HEIGHT, measured("scrollHeight")));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + width + ".png")));
        page.setViewportSize(width, HEIGHT);
    }

    /** What axe finds by the rules of WCAG 2.2 AA and of good practice is kept as a fault. */
    private void isForEverybody(ColorScheme scheme, UnaryOperator<AxeBuilder> rules) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        for (Rule rule : rules.apply(new AxeBuilder(page).setLegacyMode(true)).analyze().getViolations()) {
            rule.getNodes().forEach(node -> faults.add("axe, " + scheme + " at " + width + ": " + rule.getId() + ", " + rule.getHelp() + ": " + node.getHtml() + " of " + page.url() + " " + node.getFailureSummary()));
        }
    }

    /** Holds that something is there and no part of it is cut off at the side. */
    void showsWhole(Locator what) {
        what.waitFor();
        BoundingBox box = what.boundingBox();
        assertThat(box.x).as("left edge of %s", what).isNotNegative();
        assertThat(box.x + box.width).as("right edge of %s in a window of %d", what, width).isLessThanOrEqualTo(width);
    }

    private int measured(String side) {
        return ((Number) page.evaluate("document.documentElement." + side)).intValue();
    }

    void closes() {
        context.close();
    }
}
