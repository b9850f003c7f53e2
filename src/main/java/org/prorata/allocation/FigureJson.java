package org.prorata.allocation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.prorata.calc.Money;

/** Amounts in JSON are decimal strings with the currency's decimals, "5666666.67" (rule F1). */
@Singleton
class FigureJson implements ObjectMapperCustomizer {

    private static final class MoneyAsDecimal extends StdSerializer<Money> {

        MoneyAsDecimal() {
            super(Money.class);
        }

        @Override
        public void serialize(Money amount, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(amount.decimal());
        }
    }

    @Override
    public void customize(ObjectMapper json) {
        // A fraction where a whole number is asked for is refused, and not cut off.
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.registerModule(new SimpleModule("figures").addSerializer(new MoneyAsDecimal()));
    }
}
