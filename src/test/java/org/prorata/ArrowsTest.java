package org.prorata;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms and the one way their arrows point, as the README draws them. */
class ArrowsTest {

    private static final List<String> BASE = List.of("web", "audit", "mail", "identity", "factor", "token", "sso", "approval", "people");
    private static final List<String> FEATURES = List.of("calc", "deal", "register", "payment", "warrant", "adjustment", "allocation", "setup", "overview", "demo");

    private static final JavaClasses PORTAL = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.prorata");

    private static String[] packages(Iterable<String> rooms) {
        List<String> packages = new ArrayList<>();
        rooms.forEach(room -> packages.add("org.prorata." + room + ".."));
        return packages.toArray(String[]::new);
    }

    private static void mayUse(String room, Set<String> used) {
        Set<String> forbidden = new HashSet<>(BASE);
        forbidden.addAll(FEATURES);
        forbidden.add("start");
        forbidden.removeAll(used);
        forbidden.remove(room);
        noClasses().that().resideInAPackage("org.prorata." + room + "..").should().dependOnClassesThat().resideInAnyPackage(packages(forbidden)).check(PORTAL);
    }

    @Test
    void a_base_room_uses_only_base_rooms_before_it() {
        for (int i = 0; i < BASE.size(); i++) {
            mayUse(BASE.get(i), Set.copyOf(BASE.subList(0, i)));
        }
    }

    @Test
    void a_feature_uses_base_rooms_and_the_features_before_it() {
        for (int i = 1; i < FEATURES.size(); i++) {
            Set<String> used = new HashSet<>(BASE);
            used.addAll(FEATURES.subList(0, i));
            mayUse(FEATURES.get(i), used);
        }
    }

    @Test
    void payments_and_warrants_know_nothing_of_each_other() {
        noClasses().that().resideInAPackage("org.prorata.payment..").should().dependOnClassesThat().resideInAPackage("org.prorata.warrant..").check(PORTAL);
        noClasses().that().resideInAPackage("org.prorata.warrant..").should().dependOnClassesThat().resideInAPackage("org.prorata.payment..").check(PORTAL);
    }

    @Test
    void the_start_uses_of_the_rooms_only_what_the_console_says() {
        mayUse("start", Set.of("web"));
    }

    @Test
    void figures_are_computed_by_the_jdk_and_by_strata_alone() {
        classes().that().resideInAPackage("org.prorata.calc..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("org.prorata.calc..", "java..", "com.opengamma.strata..").check(PORTAL);
    }

    @Test
    void no_figure_passes_through_a_binary_floating_point_number() {
        Set<Class<?>> inexact = Set.of(double.class, float.class, Double.class, Float.class);
        fields().should().notHaveRawType(describe("a floating point type", (JavaClass type) -> inexact.stream().anyMatch(type::isEquivalentTo))).check(PORTAL);
        methods().should().notHaveRawReturnType(describe("a floating point type", (JavaClass type) -> inexact.stream().anyMatch(type::isEquivalentTo))).check(PORTAL);
    }

    /** Of two resource classes whose own paths overlap only one is looked into for a request: the addresses of the other would be lost. */
    @Test
    void resource_classes_stand_at_the_root_and_say_their_addresses_at_their_methods() {
        classes().that().areAnnotatedWith(Path.class).should(new ArchCondition<>("stand at /") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String path = type.getAnnotationOfType(Path.class).value();
                events.add(new SimpleConditionEvent(type, path.equals("/"), type.getName() + " stands at " + path));
            }
        }).check(PORTAL);
    }

    @Test
    void every_class_lives_in_a_room_that_this_test_knows() {
        Set<String> rooms = new HashSet<>(BASE);
        rooms.addAll(FEATURES);
        rooms.add("start");
        assertThat(PORTAL.stream().map(JavaClass::getPackageName).filter(name -> !name.equals("org.prorata")).distinct())
                .allMatch(name -> Stream.of(name.split("\\.")).skip(2).findFirst().filter(rooms::contains).isPresent());
    }
}
