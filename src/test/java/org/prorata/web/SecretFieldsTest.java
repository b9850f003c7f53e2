package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What proves who one is must never be kept with what was typed: it is told by the names of fields, so no such field may have another name. */
class SecretFieldsTest {

    private static final Pattern FIELD = Pattern.compile("\\{#formField [^}]*}|<input [^>]*>");
    private static final Pattern SECRET = Pattern.compile("kind=\"password\"|type=\"password\"|autocomplete=\"(one-time-code|current-password|new-password)\"");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"{]+)\"");

    @Test
    void every_field_of_a_password_or_code_has_a_name_that_is_never_kept() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                FIELD.matcher(Files.readString(file)).results().map(MatchResult::group).filter(tag -> SECRET.matcher(tag).find())
                        .forEach(tag -> NAME.matcher(tag).results().forEach(name -> names.add(name.group(1))));
            }
        }
        assertThat(names).hasSizeGreaterThan(5).allMatch(TypedForm::isSecret);
        assertThat(List.of("reason", "value", "was", "key", "version", "lender", "comment", "reference", "name", "days")).noneMatch(TypedForm::isSecret);
    }
}
