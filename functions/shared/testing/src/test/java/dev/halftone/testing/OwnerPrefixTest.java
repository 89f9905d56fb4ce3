package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Goal: every object lies under its owner's own prefix, whoever asks for what. Method: random
 * owners, generations and numbers, then keys bent in every way that could leave the prefix.
 */
class OwnerPrefixTest {

    private static final int RUNS = 10_000;
    private static final List<String> BENT =
            List.of("../", "/../", "//", "%2e%2e/", "\\..\\", "\u0000", " ", "\n", "./", "U/");

    private final SeededEntropy entropy = new SeededEntropy(20261102);
    private final SplittableRandom random = new SplittableRandom(6);

    @Test
    void makesNoKeyOutsideTheOwnersPrefix() {
        for (int run = 0; run < RUNS; run++) {
            UserId owner = UserId.fresh(entropy);
            ObjectKey key =
                    ObjectKey.result(owner, generation(), random.nextInt(1_000), MediaType.PNG);

            assertThat(key.value()).startsWith("u/" + owner.value() + "/");
            assertThat(key.value().substring(2)).doesNotContain("u/", "..", "//");
        }
    }

    @Test
    void makesDistinctKeysForDistinctOwnersOfOneGenerationsName() {
        GenerationId generation = generation();

        assertThat(ObjectKey.result(UserId.fresh(entropy), generation, 0, MediaType.PNG))
                .isNotEqualTo(
                        ObjectKey.result(UserId.fresh(entropy), generation, 0, MediaType.PNG));
    }

    @Test
    void refusesEveryKeyThatIsBentOutOfAPrefix() {
        for (int run = 0; run < RUNS; run++) {
            String key =
                    ObjectKey.result(UserId.fresh(entropy), generation(), 0, MediaType.PNG).value();
            String bend = BENT.get(random.nextInt(BENT.size()));
            int at = random.nextInt(key.length() + 1);
            String bent = key.substring(0, at) + bend + key.substring(at);

            assertThatThrownBy(() -> new ObjectKey(bent))
                    .as(bent)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private GenerationId generation() {
        return new GenerationId("gen_" + UserId.fresh(entropy).value().substring("usr_".length()));
    }
}
