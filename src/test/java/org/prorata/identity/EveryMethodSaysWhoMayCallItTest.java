package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Rights stand on the method (S3): on the class, or on a pattern of paths, they would be inherited unseen. */
class EveryMethodSaysWhoMayCallItTest {

    @Test
    void every_resource_method_of_the_portal_has_an_annotation_of_its_own() {
        List<JavaMethod> methods = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.prorata").stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();
        assertThat(methods).as("resource methods found").hasSizeGreaterThan(8);
        assertThat(methods).allSatisfy(method -> assertThat(method.isAnnotatedWith(RolesAllowed.class)
                || method.isAnnotatedWith(Authenticated.class) || method.isAnnotatedWith(PermitAll.class)).as(method.getFullName()).isTrue());
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
}
