package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rights stand on the method (S3): on the class, or on a pattern of paths, they would be inherited unseen. Each is one of {@link Right}; what needs none is named here. */
class EveryMethodSaysWhoMayCallItTest {

    private static final Set<String> OPEN_TO_ALL = Set.of("SignInPages.home", "SignInPages.form", "SignInPages.enter", "SignInPages.leave", "SessionResource.open",
            "SetupPages.form", "SetupPages.make", "MailPages.list", "MailPages.letter", "LinkPages.follow", "LinkPages.form", "LinkPages.choose", "LinkPages.confirm",
            "LanguagePages.choose", "ForgottenPages.form", "ForgottenPages.ask", "SsoPages.begin", "SsoPages.arrive", "SsoPages.end",
            "FactorSignInPages.form", "FactorSignInPages.give", "FactorSignInPages.enter", "SessionProofApi.give", "SessionProofApi.prove", "SessionProofApi.options", "SessionProofApi.entryOptions",
            "SessionProofApi.enter",
            // Also for one who must set up a second factor to be signed in: each asks for its person by itself, which AuthenticatorTest holds.
            "FactorPages.list", "FactorPages.startApp", "FactorPages.app", "FactorPages.confirmApp", "FactorPages.startPasskey", "FactorPages.passkey", "FactorPages.addPasskey", "FactorPages.rename",
            "FactorPages.remove", "FactorPages.remakeCodes", "FactorApi.list", "FactorApi.offerApp", "FactorApi.confirmApp", "FactorApi.passkeyOptions", "FactorApi.addPasskey", "FactorApi.rename",
            "FactorApi.remove", "FactorApi.remakeCodes");
    private static final Set<String> FOR_THE_SIGNED_IN = Set.of("SessionResource.current", "SessionResource.close", "OverviewPages.deals", "OverviewPages.json", "DealApi.deals", "ImportPages.format",
            "MethodPages.method", "AccountPages.page", "AccountPages.end", "AccountPages.endOthers", "AccountPages.changePassword", "AccountApi.account", "AccountApi.end",
            "AccountApi.endOthers", "AccountApi.changePassword", "AccountPages.changeEmail", "AccountApi.changeEmail", "NoticePages.page", "NoticePages.choose",
            "NoticeApi.own", "NoticeApi.choose", "TokenPages.page", "TokenPages.make", "TokenPages.revoke", "TokenApi.list", "TokenApi.make", "TokenApi.revoke", "KeptFormPages.back");

    /** Takes a file of the trail to look it through, and keeps nothing of it. */
    private static final Set<String> READS_WHAT_IS_SENT = Set.of("VerifyPages.verify");

    private final List<JavaMethod> methods = Routes.methods();

    @Test
    void every_resource_method_names_a_right_of_the_table_or_is_known_to_need_none() {
        assertThat(methods).as("resource methods found").hasSizeGreaterThan(80);
        assertThat(methods).allSatisfy(method -> {
            Optional<Right> right = right(method);
            assertThat(right.isPresent() || said(method, PermitAll.class, OPEN_TO_ALL) || said(method, Authenticated.class, FOR_THE_SIGNED_IN)).as(method.getFullName()).isTrue();
            assertThat(Stream.of(right.isPresent(), method.isAnnotatedWith(PermitAll.class), method.isAnnotatedWith(Authenticated.class)).filter(each -> each)).as(method.getFullName()).hasSize(1);
        });
        assertThat(methods.stream().filter(method -> right(method).isEmpty()).map(EveryMethodSaysWhoMayCallItTest::name).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(OPEN_TO_ALL.stream(), FOR_THE_SIGNED_IN.stream()).toList());
    }

    @Test
    void no_method_that_changes_anything_is_open_to_auditors_borrowers_or_lenders() {
        Set<Right> reading = EnumSet.of(Right.READ_DEAL, Right.READ_FIGURES, Right.READ_OWN, Right.READ_ALL);
        assertThat(methods).filteredOn(method -> !READS_WHAT_IS_SENT.contains(name(method))).allSatisfy(method -> assertThat(right(method).isPresent() && !method.isAnnotatedWith(GET.class) && reading.contains(right(method).get()))
                .as(method.getFullName()).isFalse());
        for (Right right : EnumSet.complementOf(EnumSet.copyOf(reading))) {
            assertThat(right.roles()).as(right.word()).doesNotContain(Role.AUDITOR, Role.BORROWER, Role.LENDER_VIEWER, Role.LENDER_SIGNATORY);
        }
        assertThat(Stream.of(Right.values()).filter(right -> right.roles().contains(Role.BORROWER))).containsExactly(Right.READ_DEAL);
        assertThat(Stream.of(Right.values()).filter(right -> right.roles().contains(Role.AGENT_ADMINISTRATOR))).containsExactly(Right.ADMINISTER);
    }

    @Test
    void the_readme_shows_the_same_table() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1)).map(cell -> cell.strip().replace("`", "")).toList()).toList();
        List<String> head = rows.stream().filter(row -> row.get(0).equals("right")).findFirst().orElseThrow();
        Map<Right, Set<Role>> told = new EnumMap<>(Right.class);
        rows.forEach(row -> Right.of(row.get(0)).ifPresent(right -> {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (row.get(head.indexOf(role.word())).equals("✓")) {
                    roles.add(role);
                }
            }
            told.put(right, roles);
        }));
        List<String> coded = new ArrayList<>();
        Stream.of(Right.values()).forEach(right -> coded.add(right.word() + " " + EnumSet.copyOf(right.roles())));
        assertThat(told.entrySet().stream().map(row -> row.getKey().word() + " " + row.getValue())).containsExactlyElementsOf(coded);
    }

    @Test
    void what_says_nothing_is_denied_and_no_right_stands_on_a_path() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        assertThat(settings).containsEntry("quarkus.security.jaxrs.deny-unannotated-endpoints", "true");
        assertThat(settings.stringPropertyNames()).noneMatch(name -> name.startsWith("quarkus.http.auth.permission"));
    }

    private static Optional<Right> right(JavaMethod method) {
        return Routes.right(method);
    }

    private static boolean said(JavaMethod method, Class<? extends Annotation> annotation, Set<String> known) {
        return method.isAnnotatedWith(annotation) && known.contains(name(method));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
