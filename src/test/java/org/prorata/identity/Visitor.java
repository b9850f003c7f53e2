package org.prorata.identity;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Somebody with a browser on this machine, over real HTTP. */
public final class Visitor {

    public static final String COOKIE = "prorata-local";
    /** What the pages that are open to all gave this browser, as one that came before. */
    private static final String FORM_TOKEN = "f".repeat(43);
    public static final String BROWSER_COOKIE = "prorata-local-browser";
    public static final String PASSWORD = "larch copper nine lanterns";

    private final String session;
    private final String csrf;
    private final String browser;

    private Visitor(String session, String csrf, String browser) {
        this.session = session;
        this.csrf = csrf;
        this.browser = browser;
    }

    /** Signs in with {@link #PASSWORD}. */
    public static Visitor signsIn(String login) {
        return of(tries(login, PASSWORD));
    }

    /** With the session that an answer opened, or gave another token. */
    public static Visitor of(Response answer) {
        answer.then().statusCode(200);
        return new Visitor(answer.cookie(COOKIE), answer.path("csrf"), answer.cookie(BROWSER_COOKIE));
    }

    /** One attempt through the resource for programs. */
    public static Response tries(String login, String password) {
        return tries(stranger(), login, password);
    }

    /** A request from our own pages by somebody who is not signed in. */
    public static RequestSpecification stranger() {
        return ofItsBrowser(given().redirects().follow(false).header("Origin", origin()));
    }

    /** With what a form of a page that is open to all carries. */
    public static RequestSpecification ofItsBrowser(RequestSpecification from) {
        return from.cookie(COOKIE + "-form", FORM_TOKEN).header("X-CSRF-Token", FORM_TOKEN);
    }

    public static Response tries(RequestSpecification from, String login, String password) {
        return from.contentType(ContentType.JSON).body(Map.of("login", login, "password", password)).post("/api/v1/session");
    }

    public static String origin() {
        return "http://localhost:" + RestAssured.port;
    }

    public String session() {
        return session;
    }

    public String browser() {
        return browser;
    }

    public String csrf() {
        return csrf;
    }

    /** A request that changes nothing. */
    public RequestSpecification asks() {
        return given().redirects().follow(false).cookie(COOKIE, session);
    }

    /** A request that changes something, as our own pages make it. */
    public RequestSpecification sends() {
        return asks().header("Origin", origin()).header("X-CSRF-Token", csrf);
    }
}
