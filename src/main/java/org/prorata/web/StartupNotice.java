package org.prorata.web;

import java.util.List;

/** What a room has to say on the console once the portal serves: its address, sign-ins of the demonstration. Any CDI bean may be one. */
public interface StartupNotice {

    /** Notices are printed from the lowest order to the highest. */
    int order();

    /** One line of the console each, without line breaks; empty: nothing to say. */
    List<String> lines();
}
