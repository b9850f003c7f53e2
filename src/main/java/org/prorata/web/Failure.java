package org.prorata.web;

import java.util.List;

/**
 * A failure as it is told.
 *
 * @param id    of the log's entry; null where there is none
 * @param prove where one proves who one is, so that it works then; null where that would not help
 */
record Failure(int status, String title, String message, List<String> details, List<Problem> problems, String id, String prove) {

    Failure(int status, String title, String message, List<String> details, List<Problem> problems, String id) {
        this(status, title, message, details, problems, id, null);
    }

    static Failure plain(int status, String title, String message) {
        return new Failure(status, title, message, List.of(), List.of(), null);
    }

    public boolean toSignIn() {
        return status == 401 && prove == null;
    }
}
