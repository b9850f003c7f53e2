package org.prorata.web;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The addresses of style sheet, script and pictures. Each changes with its content, so that browsers may keep what
 * they have for a year.
 */
@Named("assets")
@Singleton
public class Assets {

    static final String PATH = "/assets/";
    /** Where the jars of script libraries put their files; their addresses hold their versions. */
    static final String LIBRARY_PATH = "/_static/";

    private final String css = hashed("prorata.css");
    private final String logo = hashed("logo.svg");
    private final String passkeys = hashed("passkeys.js");
    private final String typed = hashed("typed.js");
    private final String sheet = hashed("sheet.js");
    private final String copy = hashed("copy.js");
    private final String favicon = hashed("favicon.svg");
    private final String htmx = LIBRARY_PATH + "htmx.org/" + libraryVersion("htmx.org") + "/dist/htmx.min.js";

    public String css() {
        return css;
    }

    public String logo() {
        return logo;
    }

    public String favicon() {
        return favicon;
    }

    /** The script that asks the browser for passkeys. */
    public String passkeys() {
        return passkeys;
    }

    /** The script that leads back to a form. */
    public String typed() {
        return typed;
    }

    /** The script that makes a column of fields one of a spreadsheet. */
    public String sheet() {
        return sheet;
    }

    /** The script that makes figures that are copied numbers. */
    public String copy() {
        return copy;
    }

    public String htmx() {
        return htmx;
    }

    private static String hashed(String name) {
        try (InputStream in = open("META-INF/resources" + PATH + name)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return PATH + name + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException | NoSuchAlgorithmException wrong) {
            throw new IllegalStateException("The asset " + name + " could not be read.", wrong);
        }
    }

    private static String libraryVersion(String artifact) {
        Properties properties = new Properties();
        try (InputStream in = open("META-INF/maven/org.mvnpm/" + artifact + "/pom.properties")) {
            properties.load(in);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        return properties.getProperty("version");
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not in the portal's jars.");
        }
        return in;
    }
}
