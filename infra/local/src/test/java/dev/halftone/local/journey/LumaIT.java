package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Protects: both of Luma's APIs deliver, with callbacks that prove nothing and links that expire.
 */
class LumaIT {

    private static final Duration HIDDEN = Duration.ofSeconds(5);
    private static final Duration SUBMIT_LEASE = Duration.ofSeconds(51);
    private static final Duration LINK_LIFETIME = Duration.ofMinutes(61);

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    /** A store may be down for longer than an hour; the provider has the picture all the same. */
    @Test
    void fetchesAFreshLinkWhereTheFirstHasExpired() {
        String id;
        try (Pause _ = studio.pause(studio.delivery())) {
            id = visitor.submitted("uni-1", "A field of poppies", "2K");
            visitor.until(id, "delivering");
            studio.turnClock(LINK_LIFETIME);
        }

        JsonNode generation = visitor.until(id, "succeeded");

        assertThat(visitor.download(generation.at("/media/0/href").asString())).isNotEmpty();
        assertThat(visitor.available()).isEqualTo(23);
    }

    /** Nobody polls it for half a minute, so it is the callback that brings it at once. */
    @Test
    void looksWhenDreamMachineHintsThatItIsDone() {
        String id = visitor.submitted("photon-1", "A field of rye", "1K");

        visitor.until(id, "succeeded");

        assertThat(visitor.available()).isEqualTo(24);
    }

    /** Neither the words nor the picture stay where it was made. */
    @Test
    void leavesNothingAtDreamMachineOnceItHasBeenDelivered() {
        String prompt = "A field of hops";
        String id = visitor.submitted("photon-1", prompt, "1K");

        visitor.until(id, "succeeded");
        studio.untilGone("dream-machine", prompt);

        JsonNode generation = visitor.generation(id);
        assertThat(generation.at("/atProvider/0/provider").asString())
                .isEqualTo("Luma Dream Machine");
        assertThat(visitor.download(generation.at("/media/0/href").asString())).isNotEmpty();
    }

    @Test
    void findsAnOrderOfDreamMachineByTheAddressOfItsCallback() {
        String prompt = "A field of flax [lost] [silent]";
        String id;
        try (Pause _ = studio.pause(studio.provider())) {
            id = visitor.submitted("photon-1", prompt, "1K");
            studio.work(studio.provider().take(id, 1, HIDDEN).getFirst());
            studio.turnClock(SUBMIT_LEASE);
            studio.sweepLater();
        }
        visitor.until(id, "running");
        assertThat(studio.taken("dream-machine", prompt)).isEqualTo(1);
        studio.untilMade("dream-machine", prompt);
        studio.pollLater();

        visitor.until(id, "succeeded");

        // A second order, which nobody knew of, would stay.
        studio.untilGone("dream-machine", prompt);
        assertThat(visitor.available()).isEqualTo(24);
    }

    @Test
    void deletesAtDreamMachineWhatItsOwnerStopped() {
        String prompt = "A field left fallow [never]";
        String id = visitor.submitted("photon-1", prompt, "1K");
        visitor.until(id, "running");

        assertThat(visitor.cancel(id).code()).isEqualTo(202);
        studio.untilGone("dream-machine", prompt);
        studio.sweepLater();
        studio.sweepLater();

        visitor.until(id, "cancelled");
        assertThat(visitor.available()).isEqualTo(25);
    }
}
