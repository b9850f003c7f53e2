package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @TempDir
    Path directory;

    @Test
    void no_file_means_no_server() {
        assertThat(Postmaster.of(directory)).isEmpty();
    }

    @Test
    void a_number_that_now_belongs_to_another_process_is_not_a_server_of_ours() throws IOException {
        write(ProcessHandle.current().pid() + "\n" + directory + "\n1290000000\n5432\n");
        Postmaster said = Postmaster.of(directory).orElseThrow();
        assertThat(said.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(said.port()).isEqualTo(5432);
        assertThat(said.running()).isFalse();
    }

    @Test
    void a_file_cut_short_by_a_crash_names_no_process() throws IOException {
        write("");
        assertThat(Postmaster.of(directory).orElseThrow().running()).isFalse();
        write("not a number");
        assertThat(Postmaster.of(directory).orElseThrow().pid()).isEqualTo(-1);
    }

    @Test
    void a_stale_file_can_be_forgotten() throws IOException {
        write("1\n");
        Postmaster.of(directory).orElseThrow().forget();
        assertThat(Postmaster.of(directory)).isEmpty();
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("postmaster.pid"), text);
    }
}
