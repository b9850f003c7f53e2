package org.prorata.web;

import java.util.List;

/**
 * A failure as it is told.
 *
 * @param id of the log's entry; null where there is none
 */
record Failure(int status, String title, String message, List<String> details, List<Problem> problems, String id) {

    static Failure plain(int status, String title, String message) {
        return new Failure(status, title, message, List.of(), List.of(), null);
    }

    public boolean toSignIn() {
        return status == 401;
    }
}
