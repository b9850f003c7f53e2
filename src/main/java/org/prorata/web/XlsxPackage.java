package org.prorata.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The zip archive that a spreadsheet is. */
final class XlsxPackage {

    private static final String PROPERTIES = "docProps/core.xml";
    /** The earliest that a zip archive can tell: it stands for none. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private XlsxPackage() {
    }

    /**
     * The same spreadsheet without the time it was made at, which the library that writes it puts in and which would make every download another (rule F16).
     * The sheets are copied as they are, still packed.
     */
    static byte[] timeless(byte[] made) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(made.length);
        try (ZipFile from = ZipFile.builder().setByteArray(made).get(); ZipArchiveOutputStream to = new ZipArchiveOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                if (!entry.getName().equals(PROPERTIES)) {
                    to.addRawArchiveEntry(packed(entry), from.getRawInputStream(entry));
                }
            }
            to.putArchiveEntry(entry(PROPERTIES));
            to.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><cp:coreProperties"
                    + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                    + "<dc:creator>Prorata</dc:creator></cp:coreProperties>").getBytes(StandardCharsets.UTF_8));
            to.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    /** A new entry: the library's own tells a time that hangs on the zone of the machine. */
    private static ZipArchiveEntry packed(ZipArchiveEntry made) {
        ZipArchiveEntry entry = entry(made.getName());
        entry.setMethod(made.getMethod());
        entry.setCrc(made.getCrc());
        entry.setSize(made.getSize());
        entry.setCompressedSize(made.getCompressedSize());
        return entry;
    }

    private static ZipArchiveEntry entry(String name) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(NEVER);
        return entry;
    }
}
