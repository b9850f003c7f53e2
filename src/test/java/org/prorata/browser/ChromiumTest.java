package org.prorata.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

    @TempDir Path folder;

    private Path program(String name) throws IOException {
        return Files.createFile(folder.resolve(name), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    @Test
    void the_one_chosen_is_taken_and_no_other() throws IOException {
        Path chosen = program("my-browser");
        Path usual = program("chromium");
        assertThat(Chromium.among(chosen.toString(), folder.toString(), List.of(usual))).contains(chosen);
        assertThat(Chromium.among(folder.resolve("gone").toString(), folder.toString(), List.of(usual))).isEmpty();
    }

    @Test
    void one_on_the_path_comes_before_the_usual_places() throws IOException {
        Path usual = program("usual");
        assertThat(Chromium.among(null, folder.toString(), List.of(usual))).contains(usual);
        Path onPath = program("google-chrome-stable");
        assertThat(Chromium.among(" ", "/nowhere" + File.pathSeparator + folder, List.of(usual))).contains(onPath);
    }

    @Test
    void what_cannot_be_run_is_none() throws IOException {
        Path text = Files.createFile(folder.resolve("chromium"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        assertThat(Chromium.among(null, folder.toString(), List.of(text, folder))).isEmpty();
        assertThat(Chromium.among(null, null, List.of())).isEmpty();
    }
}
