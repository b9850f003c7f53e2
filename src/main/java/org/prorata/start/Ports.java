package org.prorata.start;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Looks whether a port is free before the portal touches anything else. */
final class Ports {

    private Ports() {
    }

    /**
     * @param key the setting that chooses the port
     * @throws CannotStart if something listens there, or the address is not this machine's
     */
    static void mustBeFree(String host, int port, String key) {
        try (ServerSocket probe = new ServerSocket()) {
            // As the server itself will: connections of a portal just stopped must not count.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new CannotStart("The address " + host + " is not known on this machine: set "
                    + Settings.variable(key).replace("_PORT", "_HOST") + " to one that is.", e);
        } catch (BindException e) {
            throw new CannotStart("Port " + port + " on " + host + " cannot be used (" + e.getMessage()
                    + "): stop what listens there, or set " + Settings.variable(key) + " to another port.", e);
        } catch (IOException e) {
            throw new CannotStart("Port " + port + " on " + host + " cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
