package org.prorata.mail;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.prorata.start.KillablePortal;

/** Where the portal of a test run sends its mail: an address at which a {@link PostOffice} can be opened, and where nobody answers until then. */
@QuarkusTestResource(TestMail.class)
public class TestMail implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("prorata.mail.host", "127.0.0.1", "prorata.mail.port", String.valueOf(KillablePortal.freePort()), "prorata.mail.tls", "none", "prorata.mail.from", "portal@prorata.example");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
