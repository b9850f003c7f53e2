package org.prorata.web;

import java.util.Optional;

/** Implemented by the room that leads newcomers from page to page. It keeps nothing: where one is on a path is said by the address alone. */
public interface Guide {

    /** The query parameter that says where one is. */
    String PARAMETER = "tour";

    /**
     * What stands over a page that is a step of a path.
     *
     * @param number   of the step, from 1
     * @param nextHref where the next one is; null at the end
     * @param leave    the same page without the path
     */
    record Step(int number, int of, String words, String nextHref, String leave) {}

    /** @param at the value of the parameter, as somebody sent it @param path of the page; empty where it is no step, or another's */
    Optional<Step> step(String at, String path);
}
