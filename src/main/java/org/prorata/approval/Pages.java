package org.prorata.approval;

import org.prorata.web.BadInput;

/** The number of a page of a list, from 1. */
final class Pages {

    private static final int MOST = 1_000_000;

    private Pages() {
    }

    static int checked(int page) {
        if (page < 1 || page > MOST) {
            throw BadInput.inAddress("page", String.valueOf(page), "the number of a page, from 1");
        }
        return page;
    }
}
