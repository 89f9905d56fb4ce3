package dev.halftone.testing;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.Secrets;
import java.util.Map;

/** Secrets that a test knows. */
public record FixedSecrets(Map<String, String> values) implements Secrets {

    public FixedSecrets {
        values = Map.copyOf(values);
    }

    @Override
    public SecretText value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new PermanentFailure("secrets", "no parameter " + name);
        }
        return new SecretText(value);
    }

    @Override
    public String toString() {
        return "FixedSecrets" + values.keySet();
    }
}
