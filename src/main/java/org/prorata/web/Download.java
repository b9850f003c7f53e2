package org.prorata.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** An answer that the browser saves as a file and never shows as a page. */
public final class Download {

    private Download() {
    }

    public static Response csv(String name, byte[] bytes) {
        return of(name, "text/csv; charset=UTF-8; header=present", bytes);
    }

    /** The name is reduced to harmless ASCII characters. */
    public static Response of(String name, String mediaType, byte[] bytes) {
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + SafeText.fileName(name) + "\"")
                .build();
    }
}
