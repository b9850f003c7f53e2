package org.prorata.web;

import java.util.List;

/** What was sent cannot be right, whatever the state of the deal: 422, or 400 where the address itself (a query parameter) is wrong. */
public class BadInput extends RuntimeException {

    private final List<Problem> problems;
    private final boolean inAddress;

    public BadInput(List<Problem> problems) {
        this(problems, false);
    }

    public BadInput(String field, String value, String message) {
        this(List.of(new Problem(field, value, message)), false);
    }

    private BadInput(List<Problem> problems, boolean inAddress) {
        super(problems.isEmpty() ? "bad input" : problems.get(0).message());
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("Bad input must say what is wrong.");
        }
        this.problems = List.copyOf(problems);
        this.inAddress = inAddress;
    }

    /** A wrong query parameter: answered with 400. */
    public static BadInput inAddress(String parameter, String value, String message) {
        return new BadInput(List.of(new Problem(parameter, value, message)), true);
    }

    public List<Problem> problems() {
        return problems;
    }

    public boolean inAddress() {
        return inAddress;
    }
}
