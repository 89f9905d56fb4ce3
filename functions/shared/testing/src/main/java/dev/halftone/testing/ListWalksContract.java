package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.payment.ListWalk;
import dev.halftone.core.payment.ListWalks;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link ListWalks} does. */
public abstract class ListWalksContract {
    private final String processor = "p" + letters();

    protected abstract ListWalks walks();

    @Test
    void knowsNoWalkOfANewProcessor() {
        assertThat(walks().of(processor)).isEmpty();
    }

    // Protects: a run goes on exactly where the last one ended.
    @Test
    void keepsHowFarTheLastRunCame() {
        ListWalk last =
                new ListWalk(processor, Samples.NOW.minusSeconds(7_200), Samples.NOW, "next:1");
        walks().put(new ListWalk(processor, Samples.NOW, Samples.NOW, null));
        walks().put(last);

        assertThat(walks().of(processor)).contains(last);
    }

    @Test
    void keepsThatAWalkCameToItsEnd() {
        ListWalk ended = new ListWalk(processor, Samples.NOW, Samples.NOW, null);
        walks().put(new ListWalk(processor, Samples.NOW, Samples.NOW, "next:1"));
        walks().put(ended);

        assertThat(walks().of(processor)).contains(ended);
    }

    private static String letters() {
        return new Random()
                .ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
