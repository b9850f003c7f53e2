package org.prorata.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prorata.SampleDeal;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.register.Lender;
import org.prorata.web.Today;

/** A journey's start: the real deal under a name of its own on 10 June 2010, and people who are new to the portal. */
@ExtendWith(WhereChromiumIs.class)
abstract class Journeys {

    private static final LocalDate EFFECTIVE = LocalDate.of(2010, 6, 10);

    private static Chromium chromium;

    @Inject SampleDeal sample;
    @Inject Accounts accounts;
    @Inject Today today;
    @TestHTTPResource URI portal;

    private final List<Window> windows = new ArrayList<>();
    private SampleDeal.Imported deal;

    @BeforeAll
    static void start_the_browser() {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(Window.PATIENCE_MILLIS);
    }

    @AfterAll
    static void stop_the_browser() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    @BeforeEach
    void a_deal_of_its_own_on_the_day_it_takes_effect() {
        today.pretend(EFFECTIVE);
        deal = sample.rusoro();
    }

    @AfterEach
    void nothing_went_wrong_unseen() {
        today.pretend(null);
        windows.forEach(Window::closes);
        assertThat(windows).flatExtracting(Window::faults).isEmpty();
    }

    /** A path of the deal's own pages. */
    final String dealPath(String rest) {
        return "/deals/" + deal.slug() + rest;
    }

    final Window window(int width) {
        return window(width, true);
    }

    final Window windowWithoutScripts() {
        return window(Window.DESK, false);
    }

    private Window window(int width, boolean scripts) {
        Window window = new Window(chromium.browser(), portal, width, scripts);
        windows.add(window);
        return window;
    }

    /** The sign-in name of somebody new who acts for these lenders of the deal. */
    final String lender(String... handles) {
        List<String> wanted = List.of(handles);
        List<UUID> lenders = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null))).stream()
                .filter(lender -> wanted.contains(lender.handle())).map(Lender::id).toList();
        assertThat(lenders).hasSameSizeAs(wanted);
        String login = login();
        UUID user = accounts.create(login, "Treasury", Visitor.PASSWORD);
        lenders.forEach(lender -> accounts.grantLender(user, deal.id(), lender));
        return login;
    }

    /** The sign-in name of somebody new at the agency desk. */
    final String officer(String name) {
        String login = login();
        accounts.grantAgent(accounts.create(login, name, Visitor.PASSWORD));
        return login;
    }

    private static String login() {
        return "journey-" + UUID.randomUUID();
    }
}
