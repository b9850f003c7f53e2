package org.prorata.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;
import org.prorata.web.PrivateFiles;

/** The demonstration's mail is read on a page and opened as files, and leaves for nowhere. */
@QuarkusTest
@TestProfile(DemonstrationMailTest.Demonstration.class)
class DemonstrationMailTest {

    private static final Path FOLDER = Path.of("target", "test-mail", "mail");
    private static final String EMAIL = "treasury@endeavour.example";

    public static class Demonstration implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("prorata.mail.host", "", "prorata.mail.from", "", "prorata.demo", "true", "prorata.mail.folder", FOLDER.toString());
        }
    }

    @Test
    void who_forgot_the_password_reads_the_link_on_the_page_of_mail() throws Exception {
        PrivateFiles.deleteTree(FOLDER);
        assertThat(given().get("/login").asString()).contains("href=\"/mail\"");
        assertThat(given().get("/forgotten").asString()).contains("href=\"/mail\"");
        Visitor.stranger().formParam("who", EMAIL).post("/forgotten").then().statusCode(200);
        for (int i = 0; i < 500 && Owner.counts("select count(*) from mail where recipient = ? and sent is not null", EMAIL) == 0; i++) {
            Thread.sleep(20);
        }
        String list = given().get("/mail").then().statusCode(200).extract().asString();
        assertThat(list).contains("A new password for Prorata").contains(EMAIL).doesNotContain("/link/");
        String letter = given().get(list.replaceAll("(?s).*?href=\"(/mail/[0-9a-f-]{36})\".*", "$1")).then().statusCode(200).extract().asString();
        String link = letter.replaceAll("(?s).*<a href=\"http://localhost:\\d+(/link/[A-Za-z0-9_-]{43})\".*", "$1");
        Response on = Visitor.stranger().get(link);
        on.then().statusCode(303);
        assertThat(given().cookie(Visitor.COOKIE + "-link", on.cookie(Visitor.COOKIE + "-link")).get("/link").then().statusCode(200).extract().asString()).contains("Choose your password");
        assertThat(Owner.counts("select count(*) from mail where body <> ''")).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(FOLDER)) {
            Path kept = files.findFirst().orElseThrow();
            assertThat(kept.toString()).endsWith(".eml");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
            try (InputStream mail = Files.newInputStream(kept)) {
                MimeMessage opened = new MimeMessage(Session.getInstance(new Properties()), mail);
                assertThat(opened.getSubject()).isEqualTo("A new password for Prorata");
                assertThat(opened.getContent().toString()).contains(link);
            }
        }
    }
}
