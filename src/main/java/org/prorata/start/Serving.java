package org.prorata.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.web.StartupNotice;

/** Runs once everything has started: says where the portal is, and waits for its end. */
public class Serving implements QuarkusApplication {

    @Inject
    @Any
    Instance<StartupNotice> notices;

    @ConfigProperty(name = "quarkus.http.host")
    String host;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @Override
    public int run(String... args) {
        lines().forEach(System.out::println);
        Quarkus.waitForExit();
        return 0;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Prorata serves at http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port + "/");
        notices.stream().sorted(Comparator.comparingInt(StartupNotice::order)).forEach(notice -> lines.addAll(notice.lines()));
        lines.add("Data: " + Portal.dataPlace());
        lines.add("Process: " + ProcessHandle.current().pid() + " (Ctrl-C or kill ends it)");
        return lines;
    }
}
