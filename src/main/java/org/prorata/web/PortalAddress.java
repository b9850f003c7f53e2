package org.prorata.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where people reach the portal, as its configuration says ({@code prorata.address}): what links in mail begin with. It is never taken from a request, whose sender could choose it. Without a
 * word it is the machine itself.
 */
@ApplicationScoped
public class PortalAddress {

    /** Over plain HTTP nobody signs in except at the machine itself (S1): a link that leads there would lead nowhere. */
    private static final Pattern RIGHT = Pattern.compile("https://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    private final String address;

    @Inject
    PortalAddress(@ConfigProperty(name = "prorata.address") Optional<String> configured, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.address = configured.map(PortalAddress::plain).orElse("http://localhost:" + port);
    }

    /** What is wrong with an address for the portal, in plain words; empty where it may be one. */
    public static Optional<String> fault(String address) {
        return RIGHT.matcher(plain(address)).matches() ? Optional.empty()
                : Optional.of("set it to the address at which people reach the portal, such as https://portal.example.com; without TLS it can only be http://localhost");
    }

    private static String plain(String address) {
        return address.strip().replaceAll("/+$", "");
    }

    /** The whole address of a page. @param path beginning with a slash */
    public String of(String path) {
        return address + path;
    }
}
