package org.prorata.web;

import java.util.List;

/** What is wrong with a form, for its template, in the language of the page: {@code {#formField … problems=problems}} takes its own message out of it. */
public record Problems(List<Problem> all) {

    public static final Problems NONE = new Problems(List.of());

    public Problems {
        all = all.stream().map(problem -> new Problem(problem.field(), problem.value(), Said.of(problem.message()))).toList();
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** The message of a field; null where nothing is wrong with it. */
    public String of(String field) {
        return all.stream().filter(p -> field.equals(p.field())).map(Problem::message).findFirst().orElse(null);
    }

    /** The messages that belong to no field. */
    public List<String> whole() {
        return all.stream().filter(p -> p.field() == null || p.field().isEmpty()).map(Problem::message).toList();
    }
}
