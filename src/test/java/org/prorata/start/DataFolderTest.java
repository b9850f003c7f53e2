package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void a_second_portal_is_told_which_process_has_the_folder() {
        try (DataFolder first = DataFolder.open(parent.resolve("data"))) {
            first.writeProcessNumber();
            assertThatThrownBy(() -> DataFolder.open(parent.resolve("data"))).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("PRORATA_DATA");
        }
    }

    @Test
    void a_closed_folder_opens_again_and_names_no_process() {
        DataFolder first = DataFolder.open(parent.resolve("data"));
        first.writeProcessNumber();
        first.close();
        try (DataFolder second = DataFolder.open(parent.resolve("data"))) {
            assertThat(second.resolve("portal.pid")).doesNotExist();
        }
    }

    @Test
    void a_folder_that_is_a_file_is_refused_in_one_line() throws IOException {
        Path file = Files.writeString(parent.resolve("data"), "");
        assertThatThrownBy(() -> DataFolder.open(file)).isInstanceOf(CannotStart.class).hasMessageContaining("PRORATA_DATA");
    }

    @Test
    void the_folder_and_the_passwords_are_for_its_user_alone() throws IOException {
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            Passwords made = Passwords.of(folder.resolve("database.properties"), false);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path()))).isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database.properties"))))
                    .isEqualTo("rw-------");
            assertThat(Passwords.of(folder.resolve("database.properties"), true)).isEqualTo(made);
            assertThat(made.toString()).doesNotContain(made.owner());
        }
    }

    @Test
    void a_database_whose_passwords_are_gone_is_not_given_new_ones() {
        assertThatThrownBy(() -> Passwords.of(parent.resolve("database.properties"), true)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("backup");
        assertThat(parent.resolve("database.properties")).doesNotExist();
    }
}
