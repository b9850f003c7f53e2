package org.prorata.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Visitor;

/** The demonstration's guided paths are walked by their own links, from the sign-in page to the explained cent. */
@QuarkusTest
@TestProfile(GuidedPathsTest.Demonstrated.class)
class GuidedPathsTest {

    public static class Demonstrated implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("prorata.demo", "true");
        }
    }

    private static final Pattern BEGINNING = Pattern.compile("name=\"to\" value=\"([^\"]+tour=[^\"]+)\">\\s*<input type=\"hidden\" name=\"login\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"password\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("class=\"button\" href=\"([^\"]+tour=[^\"]+)\"");

    @Test
    void both_paths_lead_by_their_own_links_to_the_cent_that_was_left() {
        Matcher beginning = BEGINNING.matcher(Visitor.stranger().get("/login").asString());
        List<String> walked = new ArrayList<>();
        while (beginning.find()) {
            Visitor walker = Visitor.of(Visitor.tries(beginning.group(2), beginning.group(3)));
            String href = beginning.group(1);
            for (int number = 1; href != null; number++) {
                Response page = walker.asks().urlEncodingEnabled(false).get(href.replace("&amp;", "&"));
                assertThat(page.statusCode()).as(href).isEqualTo(200);
                assertThat(page.asString()).as(href).contains("Step " + number + " of 4");
                Matcher next = NEXT.matcher(page.asString());
                String then = next.find() ? next.group(1) : null;
                if (then == null) {
                    assertThat(page.asString()).contains("End the path", "756,164.38", "126,027.40", "Units left to give", "12,602,739 + 1 units");
                    walked.add(beginning.group(2) + " " + number);
                }
                href = then;
            }
        }
        assertThat(walked).containsExactly("endeavour 4", "agency-1 4");
    }

    @Test
    void a_page_says_nothing_of_a_path_that_it_is_no_step_of() {
        Visitor lender = Visitor.of(Visitor.tries("endeavour", "copper-ledger-2010"));
        for (String at : List.of("", "lender-2", "lender-9", "%3Cscript%3E")) {
            assertThat(lender.asks().urlEncodingEnabled(false).get("/deals?tour=" + at).asString()).as(at).doesNotContain("class=\"card guided\"", "<script>");
        }
        assertThat(lender.asks().get("/deals").asString()).doesNotContain("class=\"card guided\"");
        assertThat(lender.asks().get("/deals?tour=lender-1").asString()).contains("class=\"card guided\"");
    }
}
