package dev.halftone.function.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.lambda.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckoutConfigTest {

    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(Till.VARIABLES);

        CheckoutConfig config = CheckoutConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(CheckoutConfig.KEYS);
        assertThat(config.payments().keyParameter("till")).isEqualTo("payments/till");
        assertThat(config.ledgerTable()).isEqualTo("ledger");
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> CheckoutConfig.from(Environment.of(Map.of())))
                .message()
                .contains("LEDGER_TABLE", "PAYMENT_PARAMETERS", "SIGNING_KEY_PARAMETER");
    }
}
