package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.payment.Parked;
import dev.halftone.core.payment.ParkedDelivery;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What every store of parked deliveries does. */
public abstract class ParkedContract {

    private static final int LETTERS = 26;

    private final String processor = processor();

    protected abstract Parked parked();

    // A store may be shared; no other test parks for this processor.
    private static String processor() {
        StringBuilder name = new StringBuilder();
        for (int letter = 0; letter < 20; letter++) {
            name.append((char) ('a' + ThreadLocalRandom.current().nextInt(LETTERS)));
        }
        return name.toString();
    }

    // Each once, as they came, until somebody lets go of them.
    @Test
    void keepsWhatCouldNotBeApplied() {
        parked().park(delivery(2));
        parked().park(delivery(1));
        parked().park(delivery(1));
        parked().park(delivery(3));

        Page<ParkedDelivery> first = parked().of(processor, 2, null);
        assertThat(first.items()).containsExactly(delivery(1), delivery(2));
        assertThat(parked().of(processor, 2, first.nextCursor()).items())
                .containsExactly(delivery(3));

        parked().remove(delivery(2));
        assertThat(parked().of(processor, 5, null).items())
                .containsExactly(delivery(1), delivery(3));
    }

    private ParkedDelivery delivery(int number) {
        return new ParkedDelivery(
                processor,
                "evt_" + number,
                "some.thing",
                "{\"id\":\"evt_" + number + "\"}",
                Samples.NOW.plusSeconds(number));
    }
}
