package org.prorata.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** An answer that the browser saves as a file and never shows as a page. */
public final class Download {

    private Download() {
    }

    /** @param base the file's name without its ending */
    public static Response of(String base, TableFile kind, Table table) {
        return of(kind.name(base), kind.mediaType(), kind.of(table));
    }

    /** The name is reduced to harmless ASCII characters. */
    public static Response of(String name, String mediaType, byte[] bytes) {
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + SafeText.fileName(name) + "\"")
                .build();
    }
}
