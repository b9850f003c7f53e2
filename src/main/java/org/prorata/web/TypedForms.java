package org.prorata.web;

import java.util.Optional;

/** Implemented by the room that knows sessions: whose a form is that comes without its own. */
public interface TypedForms {

    /** Whether the token of a form is one of a session, ended or not, of the one who is signed in. */
    boolean isOwn(String token);

    /** Keeps what was typed for the one whose session's token it carries; the address where that one finds it. Empty where the token is nobody's, or it is too much. */
    Optional<String> keep(String token, TypedForm form);
}
