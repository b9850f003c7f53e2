package org.prorata.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file that holds where the chains of the trail were, day by day. Lines are added at its end and nothing else; only the portal's own user may read it. */
final class HeadsFile {

    static final String NAME = "heads.jsonl";

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path file;

    HeadsFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The last line of each chain. */
    Map<String, ChainHead> last() throws IOException {
        Map<String, ChainHead> last = new HashMap<>();
        all().forEach(head -> last.put(head.chain(), head));
        return last;
    }

    /** All lines. One that a crash left unfinished counts for nothing: the next lines say where the chain is. */
    List<ChainHead> all() throws IOException {
        List<ChainHead> heads = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                try {
                    if (TrailLines.read(line) instanceof ChainHead head) {
                        heads.add(head);
                    }
                } catch (TrailLines.Unreadable unfinished) {
                    continue;
                }
            }
        }
        return heads;
    }

    /** Adds the lines; they survive a power cut once this returns. */
    void add(List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        if (POSIX) {
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
        }
        FileAttribute<?>[] mode = POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
        try (FileChannel out = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND), mode)) {
            String text = (out.size() == 0 || endsLine() ? "" : "\n") + String.join("\n", lines) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private boolean endsLine() throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer lastByte = ByteBuffer.allocate(1);
            in.read(lastByte, in.size() - 1);
            return lastByte.array()[0] == '\n';
        }
    }
}
