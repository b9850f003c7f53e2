package org.prorata.calc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Cases computed elsewhere, once, by other programs. */
final class Golden {

    private Golden() {
    }

    static Stream<JsonNode> cases(String file) {
        try (InputStream json = Golden.class.getResourceAsStream("/golden/" + file)) {
            return elements(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static BigInteger[] integers(JsonNode array) {
        return elements(array).map(JsonNode::bigIntegerValue).toArray(BigInteger[]::new);
    }
}
