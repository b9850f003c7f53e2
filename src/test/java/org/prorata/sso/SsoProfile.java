package org.prorata.sso;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** A portal whose people can sign in by a provider, which the test starts at the address that is configured here. */
public class SsoProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try (ServerSocket portal = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); ServerSocket provider = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of("quarkus.http.test-port", String.valueOf(portal.getLocalPort()), "prorata.address", "http://localhost:" + portal.getLocalPort(),
                    "prorata.sso.issuer", "http://localhost:" + provider.getLocalPort(), "prorata.sso.client-id", TestProvider.CLIENT, "prorata.sso.client-secret", TestProvider.SECRET,
                    "prorata.sso.name", "Example ID", "prorata.sso.second-factor", "true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
