package org.prorata.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Terms as they are kept in the database: the records field by field, amounts in minor units, exact decimals. */
final class TermsJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private TermsJson() {
    }

    static String write(Terms terms) {
        try {
            return MAPPER.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The terms of " + terms.slug() + " cannot be written", e);
        }
    }

    static Terms read(String text) {
        try {
            return MAPPER.readValue(text, Terms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Kept terms cannot be read", e);
        }
    }
}
