package org.prorata.deal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Terms as JSON: the shape of the file format with names in camel case, each sourced value as {@code {value, provenance, clause, note}}. */
final class TermsDocument {

    static final String EXAMPLE = """
            {"on": "2010-06-10", "known": "2026-03-02T09:30:00.123456Z", "version": 1, "stage": "indicative",
             "deal": {"slug": "rusoro-2010", "title": {"value": "Rusoro senior secured exchangeable loan", "provenance": "published", "clause": "lead"},
                      "currency": "USD"},
             "tranches": [{"id": "second", "principal": {"value": "13000000.00", "provenance": "published", "clause": "2"},
                           "repayments": [{"due": "2010-07-10", "amount": {"value": "13000000.00", "provenance": "published", "clause": "2"},
                                           "wording": "by no later than July 10, 2010"}]}],
             "stated": [{"id": "accrued", "kind": "interest", "amounts": [{"due": "2010-06-10",
                         "amount": {"provenance": "unknown", "clause": "1", "note": "Not published"}}]}]}""";

    private TermsDocument() {
    }

    static Map<String, Object> of(DealTerms terms, LocalDate on, LocalDate statusDate) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("on", on);
        document.put("known", terms.known());
        document.put("version", terms.version());
        document.put("stage", terms.terms().standing().stage(statusDate).word());
        document.putAll(camel(TermsTree.of(terms.terms())));
        return document;
    }

    private static Map<String, Object> camel(Map<?, ?> fields) {
        Map<String, Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value != null) {
                named.put(camel((String) name), json(value));
            }
        });
        return named;
    }

    private static Object json(Object value) {
        if (value instanceof Cited cited) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("value", cited.value());
            fields.put("provenance", cited.provenance().word());
            fields.put("clause", cited.clause());
            fields.put("note", cited.note());
            return camel(fields);
        }
        if (value instanceof Map<?, ?> fields) {
            return camel(fields);
        }
        return value instanceof List<?> list ? list.stream().map(TermsDocument::json).toList() : value;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("-")) {
            camel.append(camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }
}
