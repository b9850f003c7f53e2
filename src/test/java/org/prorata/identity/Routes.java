package org.prorata.identity;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;

/** Every resource method of the portal: its verb, path and right, as its annotations say. */
public final class Routes {

    /** @param path as it is written there, with its parameters; @param consumes null where it says nothing; @param right empty where the method needs none @param openToAll whether it says so */
    public record Route(String verb, String path, String consumes, Optional<Right> right, boolean openToAll, String method) {

        public boolean reads() {
            return verb.equals("GET");
        }
    }

    private Routes() {
    }

    static List<JavaMethod> methods() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.prorata").stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();
    }

    public static List<Route> all() {
        return methods().stream().map(method -> new Route(verb(method), path(method),
                method.tryGetAnnotationOfType(Consumes.class).map(consumes -> consumes.value()[0]).orElse(null), right(method),
                method.isAnnotatedWith(PermitAll.class), method.getFullName())).toList();
    }

    static Optional<Right> right(JavaMethod method) {
        return method.tryGetAnnotationOfType(PermissionsAllowed.class).map(PermissionsAllowed::value).filter(words -> words.length == 1).flatMap(words -> Right.of(words[0]));
    }

    private static String verb(JavaMethod method) {
        return method.isAnnotatedWith(GET.class) ? "GET" : method.isAnnotatedWith(POST.class) ? "POST" : method.isAnnotatedWith(PUT.class) ? "PUT"
                : method.isAnnotatedWith(DELETE.class) ? "DELETE" : "PATCH";
    }

    private static String path(JavaMethod method) {
        String ofClass = method.getOwner().tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String ofMethod = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return ("/" + ofClass + "/" + ofMethod).replaceAll("/+", "/");
    }
}
