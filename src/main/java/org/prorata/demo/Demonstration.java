package org.prorata.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.identity.SignInHints;
import org.prorata.web.StartupNotice;
import org.prorata.web.Today;

/** Switches the demonstration on: its deal and users, its day, and its sign-ins on the console and the sign-in page. */
@ApplicationScoped
public class Demonstration implements SignInHints, StartupNotice {

    /** The seed file: the one place where the demonstration's passwords stand. */
    record Seed(LocalDate today, String deal, List<User> users) {}

    /** @param roles beside a lender's viewer: the desk's and the auditor's are of every deal, a lender's administrator's of its lenders @param lenders those it acts for, by handle @param email of a domain that nobody has */
    record User(String login, String password, String email, String name, String who, List<String> roles, List<String> lenders) {}

    @ConfigProperty(name = "prorata.demo", defaultValue = "false") boolean on;
    @ConfigProperty(name = "prorata.today") Optional<LocalDate> todayAsConfigured;
    @Inject ObjectMapper json;
    @Inject Today today;
    @Inject Seeding seeding;
    @Inject GuidedPaths guided;

    private Seed seed;

    void start(@Observes StartupEvent started) {
        if (on) {
            seed = read();
            if (todayAsConfigured.isEmpty()) {
                today.pretend(seed.today());
            }
            seeding.plant(seed, resource("/deals/" + seed.deal() + ".yaml"));
        }
    }

    private Seed read() {
        try {
            return json.readValue(resource("/demo/users.json"), Seed.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Demonstration.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public List<Hint> hints() {
        return on ? seed.users().stream().map(user -> new Hint(user.login(), user.password(), user.who())).toList() : List.of();
    }

    @Override
    public List<Beginning> beginnings() {
        return guided.beginnings(hints());
    }

    /** The demonstration's deal, by its name in addresses; empty where there is no demonstration. */
    Optional<String> deal() {
        return on ? Optional.of(seed.deal()) : Optional.empty();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (on) {
            lines.add("The demonstration's sign-ins (name, password, who):");
            int widestLogin = seed.users().stream().mapToInt(user -> user.login().length()).max().orElse(1);
            int widestPassword = seed.users().stream().mapToInt(user -> user.password().length()).max().orElse(1);
            seed.users().forEach(user -> lines.add(String.format("  %-" + widestLogin + "s  %-" + widestPassword + "s  %s", user.login(), user.password(), user.who())));
        }
        return lines;
    }
}
