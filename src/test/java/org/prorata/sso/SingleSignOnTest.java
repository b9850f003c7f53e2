package org.prorata.sso;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Token;
import org.prorata.identity.Visitor;

/** Sign-in by a provider that runs in the test, over real HTTP: who it vouches for gets a session like any other, and everything that is not right in every part gets none. */
@QuarkusTest
@TestProfile(SsoProfile.class)
class SingleSignOnTest {

    private static final String AWAY = "prorata-local-away";
    private static final Pattern LEADS_TO = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final String REFUSED = "select count(*) from trail where what = ? and details::jsonb ->> 'because' like ?";

    private static TestProvider provider;

    @Inject
    Accounts accounts;
    @ConfigProperty(name = "prorata.sso.issuer")
    String issuer;

    private final String mark = UUID.randomUUID().toString();
    private final String login = "sso-" + mark;
    private final String email = "Ada." + mark + "@example.com";
    private UUID user;

    @BeforeEach
    void a_user_with_an_address_who_is_signed_in_at_the_provider() {
        if (provider == null) {
            provider = TestProvider.at(issuer);
        }
        user = accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        Owner.runs("update portal_user set email = ? where id = ?", email, user);
        provider.person("subject-" + mark, email.toLowerCase(), true);
    }

    @AfterEach
    void nobody_has_tried_too_often() {
        Owner.runs("delete from sso_attempt");
    }

    @AfterAll
    static void the_provider_ends() {
        if (provider != null) {
            provider.close();
            provider = null;
        }
    }

    /** A browser on its way: sent to the provider. */
    private record Sent(String away, URI there) {

        String state() {
            return TestProvider.form(there.getRawQuery()).get("state");
        }
    }

    private static Sent begins(String to) {
        Response page = Visitor.stranger().formParam("to", to).post("/login/sso");
        page.then().statusCode(200);
        return new Sent(page.cookie(AWAY), leadsTo(page));
    }

    private static URI leadsTo(Response page) {
        Matcher found = LEADS_TO.matcher(page.asString());
        assertThat(found.find()).as(page.asString()).isTrue();
        return URI.create(found.group(1).replace("&amp;", "&"));
    }

    /** The link by which the provider leads back. */
    private static URI atTheProvider(Sent sent) {
        Response back = given().redirects().follow(false).urlEncodingEnabled(false).get(sent.there());
        back.then().statusCode(302);
        return URI.create(back.header("Location"));
    }

    private static Response comesBack(String away, URI back) {
        RequestSpecification request = given().redirects().follow(false).urlEncodingEnabled(false);
        return (away == null ? request : request.cookie(AWAY, away)).get(back);
    }

    private static Response signsIn() {
        Sent sent = begins("/deals");
        return comesBack(sent.away(), atTheProvider(sent));
    }

    private long sessions() {
        return Owner.counts("select count(*) from session where user_id = ?", user);
    }

    private static long refused(String because) {
        return Owner.counts(REFUSED, "sso.refused", because + "%");
    }

    private void nobodyIsSignedIn(Response answer, int status, String because) {
        assertThat(answer.statusCode()).as(because).isEqualTo(status);
        assertThat(answer.cookies()).as(because).doesNotContainKey(Visitor.COOKIE);
        assertThat(refused(because)).as(because).isPositive();
        assertThat(sessions()).as(because).isZero();
    }

    @Test
    void the_sign_in_page_offers_it_by_name() {
        assertThat(given().get("/login").asString()).contains("Sign in with Example ID").contains("action=\"/login/sso\"");
    }

    @Test
    void whom_the_provider_vouches_for_is_signed_in_and_led_where_he_wanted() {
        Sent sent = begins("/deals/format");
        assertThat(TestProvider.form(sent.there().getRawQuery())).containsEntry("code_challenge_method", "S256").containsKeys("state", "nonce", "code_challenge").containsEntry("scope", "openid email profile");
        Response back = comesBack(sent.away(), atTheProvider(sent));
        back.then().statusCode(303);
        assertThat(back.header("Location")).endsWith("/deals/format");
        String cookie = back.headers().getValues("Set-Cookie").stream().filter(each -> each.startsWith(Visitor.COOKIE + "=")).findFirst().orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(given().cookie(Visitor.COOKIE, back.cookie(Visitor.COOKIE)).get("/api/v1/session").<String>path("user.login")).isEqualTo(login);
        assertThat(Owner.counts("select count(*) from trail where what = 'session.opened' and subject = ? and user_id = ? and details::jsonb = '{\"by\": \"Example ID\", \"secondFactor\": true}'", login, user)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'sso.linked' and subject = ?", login)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from sso_attempt where leads_to = '/deals/format' and (state_hash = sha256(?::text::bytea)) and browser_hash = sha256(?::text::bytea)", sent.state(), sent.away())).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from session where user_id = ? and token_hash = ?", user, Token.hash(back.cookie(Visitor.COOKIE)))).isEqualTo(1);
    }

    @Test
    void it_leads_nowhere_but_into_the_portal() {
        Sent sent = begins("https://evil.example/deals");
        assertThat(comesBack(sent.away(), atTheProvider(sent)).header("Location")).endsWith("/deals").doesNotContain("evil");
    }

    @Test
    void the_session_that_was_there_before_ends() {
        Visitor before = Visitor.signsIn(login);
        Sent sent = begins("/deals");
        given().redirects().follow(false).urlEncodingEnabled(false).cookie(AWAY, sent.away()).cookie(Visitor.COOKIE, before.session()).get(atTheProvider(sent)).then().statusCode(303);
        before.asks().get("/api/v1/session").then().statusCode(401);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void an_address_that_only_the_provider_tells_when_asked_is_taken_too() {
        provider.tellsLittle();
        signsIn().then().statusCode(303);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void nobody_is_made_a_user_and_an_unknown_address_is_told_clearly() {
        long users = Owner.counts("select count(*) from portal_user");
        provider.person("unknown-" + mark, "nobody-" + mark + "@example.com", true);
        Response refused = signsIn();
        nobodyIsSignedIn(refused, 403, "no user has this address");
        assertThat(refused.asString()).contains("Your account at Example ID opens nothing here");
        assertThat(Owner.counts("select count(*) from trail where what = 'sso.refused' and subject = ?", "nobody-" + mark + "@example.com")).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from portal_user")).isEqualTo(users);
    }

    @Test
    void an_address_that_is_not_verified_opens_nothing() {
        for (Boolean said : new Boolean[] {false, null}) {
            provider.person("unverified-" + mark, email, said);
            nobodyIsSignedIn(signsIn(), 403, "the provider says no verified address");
        }
        provider.person("no-address-" + mark, null, true);
        nobodyIsSignedIn(signsIn(), 403, "the provider says no verified address");
        assertThat(Owner.counts("select count(*) from sso_link where user_id = ?", user)).isZero();
    }

    @Test
    void a_disabled_user_stays_out_before_and_after_its_account_is_known() {
        accounts.disable(user);
        nobodyIsSignedIn(signsIn(), 403, "the user is disabled");
        Owner.runs("update portal_user set disabled = false where id = ?", user);
        signsIn().then().statusCode(303);
        accounts.disable(user);
        nobodyIsSignedIn(signsIn(), 403, "the user is disabled");
    }

    @Test
    void an_address_that_changed_its_owner_at_the_provider_takes_over_nobody() {
        signsIn().then().statusCode(303);
        provider.person("the-next-owner-" + mark, email, true);
        Response refused = signsIn();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Owner.counts("select count(*) from trail where what = 'sso.refused' and subject = ? and details::jsonb ->> 'because' like '%tied to another account%'", login)).isEqualTo(1);
        assertThat(sessions()).isEqualTo(1);
        provider.person("subject-" + mark, "married-" + mark + "@example.com", false);
        Response later = signsIn();
        assertThat(given().cookie(Visitor.COOKIE, later.cookie(Visitor.COOKIE)).get("/api/v1/session").<String>path("user.login")).isEqualTo(login);
    }

    @Test
    void a_state_counts_once_in_its_own_browser_and_not_for_long() {
        Sent sent = begins("/deals");
        URI back = atTheProvider(sent);
        nobodyIsSignedIn(comesBack(null, back), 400, "the browser did not begin it");
        nobodyIsSignedIn(comesBack(begins("/deals").away(), back), 400, "it was begun in another browser");
        nobodyIsSignedIn(comesBack(sent.away(), URI.create(back.toString().replace(sent.state(), Token.random()))), 400, "there is no such state");
        Owner.runs("update sso_attempt set made = made - interval '11 minutes'");
        nobodyIsSignedIn(comesBack(sent.away(), back), 400, "it took too long");
        Owner.runs("update sso_attempt set made = made + interval '11 minutes'");
        comesBack(sent.away(), back).then().statusCode(303);
        assertThat(sessions()).isEqualTo(1);
        Response again = comesBack(sent.away(), back);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(refused("its state was used before")).isPositive();
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void a_code_that_was_used_or_is_another_browsers_opens_nothing() {
        Sent first = begins("/deals");
        URI back = atTheProvider(first);
        comesBack(first.away(), back).then().statusCode(303);
        Owner.runs("delete from session where user_id = ?", user);
        Sent second = begins("/deals");
        URI replayed = URI.create(back.toString().replace(first.state(), second.state()));
        nobodyIsSignedIn(comesBack(second.away(), replayed), 400, "the provider gives nothing for the code: invalid_grant");
        Sent victim = begins("/deals");
        Sent thief = begins("/deals");
        URI stolen = URI.create(atTheProvider(victim).toString().replace(victim.state(), thief.state()));
        nobodyIsSignedIn(comesBack(thief.away(), stolen), 400, "the provider gives nothing for the code: invalid_grant");
    }

    private static JWTClaimsSet.Builder with(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    @Test
    void an_id_token_that_is_wrong_in_any_part_opens_nothing() {
        Map<String, Function<JWTClaimsSet, JWTClaimsSet>> wrong = Map.of(
                "Unexpected JWT nonce", claims -> with(claims).claim("nonce", "of-another-sign-in").build(),
                "Missing JWT nonce", claims -> with(claims).claim("nonce", null).build(),
                "Unexpected JWT issuer", claims -> with(claims).issuer("https://evil.example").build(),
                "Unexpected JWT audience", claims -> with(claims).audience("another-client").build(),
                "Expired JWT", claims -> with(claims).issueTime(Date.from(Instant.now().minusSeconds(900))).expirationTime(Date.from(Instant.now().minusSeconds(300))).build(),
                "JWT issue time ahead", claims -> with(claims).issueTime(Date.from(Instant.now().plusSeconds(900))).expirationTime(Date.from(Instant.now().plusSeconds(1200))).build(),
                "it was made for another", claims -> with(claims).audience(List.of(TestProvider.CLIENT, "another-client")).claim("azp", "another-client").build(),
                "it was made for", claims -> with(claims).audience(List.of(TestProvider.CLIENT, "another-client")).build());
        wrong.forEach((because, said) -> {
            provider.person("subject-" + mark, email, true).says(said);
            Response refused = signsIn();
            assertThat(refused.statusCode()).as(because).isEqualTo(502);
            assertThat(sessions()).as(because).isZero();
            assertThat(refused("the ID token is not right: " + because)).as(because).isPositive();
        });
        provider.person("subject-" + mark, email, true).signsByAStrangersKey();
        nobodyIsSignedIn(signsIn(), 502, "the ID token is not right: ");
        assertThat(Owner.counts("select count(*) from sso_link where user_id = ?", user)).isZero();
        provider.person("subject-" + mark, email, true);
        signsIn().then().statusCode(303);
    }

    @Test
    void a_key_that_the_provider_changed_is_learnt_by_itself() {
        signsIn().then().statusCode(303);
        provider.changesItsKey();
        signsIn().then().statusCode(303);
        assertThat(sessions()).isEqualTo(2);
    }

    @Test
    void one_whom_the_provider_sends_back_with_an_error_or_from_elsewhere_is_not_signed_in() {
        Sent sent = begins("/deals");
        nobodyIsSignedIn(comesBack(sent.away(), URI.create(Visitor.origin() + "/login/sso/return?error=access_denied&state=" + sent.state())), 400, "the provider does not vouch");
        Sent mixed = begins("/deals");
        nobodyIsSignedIn(comesBack(mixed.away(), URI.create(atTheProvider(mixed) + "&iss=https%3A%2F%2Fevil.example")), 502, "another provider leads back");
    }

    @Test
    void while_the_provider_is_down_people_are_told_and_their_passwords_work() {
        Sent sent = begins("/deals");
        URI back = atTheProvider(sent);
        provider.isDown();
        assertThat(comesBack(sent.away(), back).statusCode()).isEqualTo(502);
        Visitor.signsIn(login);
    }

    @Test
    void it_is_begun_by_the_portals_own_page_alone() {
        given().redirects().follow(false).formParam("to", "/deals").post("/login/sso").then().statusCode(403);
        given().redirects().follow(false).header("Origin", "http://evil.example").formParam("to", "/deals").post("/login/sso").then().statusCode(403);
        given().redirects().follow(false).header("Origin", "http://portal.example").header("Host", "portal.example").formParam("to", "/deals").post("/login/sso").then().statusCode(400);
        assertThat(Owner.counts("select count(*) from sso_attempt")).isZero();
    }

    @Test
    void sign_out_here_leads_to_the_sign_out_there() {
        Response in = signsIn();
        RequestSpecification mine = given().redirects().follow(false).cookie(Visitor.COOKIE, in.cookie(Visitor.COOKIE));
        String csrf = given().cookie(Visitor.COOKIE, in.cookie(Visitor.COOKIE)).get("/api/v1/session").path("csrf");
        Response out = mine.header("Origin", Visitor.origin()).formParam("csrf", csrf).post("/logout");
        out.then().statusCode(200);
        URI there = leadsTo(out);
        Map<String, String> said = TestProvider.form(there.getRawQuery());
        assertThat(there.toString()).startsWith(issuer + "/end?");
        assertThat(said).containsEntry("post_logout_redirect_uri", Visitor.origin() + "/login").containsEntry("client_id", TestProvider.CLIENT);
        assertThat(said.get("id_token_hint").split("\\.")).hasSize(3);
        given().cookie(Visitor.COOKIE, in.cookie(Visitor.COOKIE)).get("/api/v1/session").then().statusCode(401);
        assertThat(sessions()).isZero();
        assertThat(Owner.counts("select count(*) from sso_session where subject = ?", "subject-" + mark)).isZero();
    }

    @Test
    void one_who_signed_in_by_a_password_signs_out_here_alone() {
        Visitor byPassword = Visitor.signsIn(login);
        byPassword.asks().header("Origin", Visitor.origin()).formParam("csrf", byPassword.csrf()).post("/logout").then().statusCode(303).header("Location", org.hamcrest.Matchers.endsWith("/login"));
    }

    private static Response sends(String token) {
        return given().formParam("logout_token", token).post("/login/sso/logout");
    }

    @Test
    void a_sign_out_there_ends_the_session_here_and_no_other() {
        Response one = signsIn();
        String sid = provider.sid();
        provider.person("subject-" + mark, email, true);
        Response two = signsIn();
        Visitor byPassword = Visitor.signsIn(login);
        sends(provider.logoutToken(claims -> claims.subject("subject-" + mark).claim("sid", sid), true)).then().statusCode(200);
        given().cookie(Visitor.COOKIE, one.cookie(Visitor.COOKIE)).get("/api/v1/session").then().statusCode(401);
        given().cookie(Visitor.COOKIE, two.cookie(Visitor.COOKIE)).get("/api/v1/session").then().statusCode(200);
        byPassword.asks().get("/api/v1/session").then().statusCode(200);
        assertThat(Owner.counts("select count(*) from trail where what = 'session.closed' and subject = ? and details::jsonb ->> 'because' = 'its provider ended it'", login)).isEqualTo(1);
        sends(provider.logoutToken(claims -> claims.subject("subject-" + mark), true)).then().statusCode(200);
        given().cookie(Visitor.COOKIE, two.cookie(Visitor.COOKIE)).get("/api/v1/session").then().statusCode(401);
        byPassword.asks().get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void a_sign_out_that_is_not_the_providers_or_comes_again_ends_nothing() {
        signsIn().then().statusCode(303);
        String subject = "subject-" + mark;
        List<String> wrong = List.of(
                provider.logoutToken(claims -> claims.subject(subject), false),
                provider.logoutToken(claims -> claims.subject(subject).issuer("https://evil.example"), true),
                provider.logoutToken(claims -> claims.subject(subject).audience("another-client"), true),
                provider.logoutToken(claims -> claims.subject(subject).claim("events", null), true),
                provider.logoutToken(claims -> claims.subject(subject).claim("events", Map.of("http://schemas.openid.net/event/other", Map.of())), true),
                provider.logoutToken(claims -> claims.subject(subject).jwtID(null), true),
                provider.logoutToken(claims -> claims.subject(subject).claim("nonce", "n"), true),
                provider.logoutToken(claims -> claims, true),
                provider.logoutToken(claims -> claims.subject(subject).issueTime(Date.from(Instant.now().minusSeconds(3600))).expirationTime(Date.from(Instant.now().minusSeconds(3000))), true),
                provider.logoutToken(claims -> claims.subject(subject).issueTime(Date.from(Instant.now().minusSeconds(3600))), true),
                "nonsense", "");
        for (int i = 0; i < wrong.size(); i++) {
            Response refused = sends(wrong.get(i));
            assertThat(refused.statusCode()).as("the sign-out number " + i).isEqualTo(400);
            assertThat(refused.<String>path("error")).isEqualTo("invalid_request");
            assertThat(sessions()).as("the sign-out number " + i).isEqualTo(1);
        }
        given().post("/login/sso/logout").then().statusCode(org.hamcrest.Matchers.is(400));
        assertThat(Owner.counts(REFUSED, "sso.logout-refused", "%")).isPositive();
        String once = provider.logoutToken(claims -> claims.subject(subject), true);
        sends(once).then().statusCode(200);
        assertThat(sessions()).isZero();
        signsIn().then().statusCode(303);
        sends(once).then().statusCode(400);
        assertThat(Owner.counts(REFUSED, "sso.logout-refused", "the sign-out was received before")).isPositive();
        assertThat(sessions()).isEqualTo(1);
    }
}
