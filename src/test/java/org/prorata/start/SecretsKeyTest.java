package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsKeyTest {

    @TempDir
    Path folder;

    @Test
    void the_key_is_made_once_random_and_for_its_owner_alone() throws IOException {
        Path file = folder.resolve("secrets.properties");
        String key = SecretsKey.of(file);
        assertThat(key).matches("[0-9a-f]{64}").isEqualTo(SecretsKey.of(file)).isNotEqualTo(SecretsKey.of(folder.resolve("others.properties")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void a_file_without_its_key_is_not_made_anew() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.properties"), "# nothing\n");
        assertThatThrownBy(() -> SecretsKey.of(file)).isInstanceOf(CannotStart.class).hasMessageContaining("put it back from your backup");
        assertThat(file).hasContent("# nothing");
    }
}
