package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Protects: no result is ever stored in another one's place. */
class ObjectKeyTest {

    private static final SigningKey KEY =
            SigningKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));
    private static final UserId USER = new UserId("usr_" + "0".repeat(32));

    /**
     * Keys made of a time collide as soon as two orders come at once; these have no time in them.
     */
    @Test
    void tenThousandResultsOfOneMomentLieApart() {
        Stream<ObjectKey> keys =
                IntStream.range(0, 10_000)
                        .mapToObj(order -> new IdempotencyKey("order-of-one-moment-" + order))
                        .map(order -> GenerationId.derive(KEY, USER, order))
                        .map(id -> ObjectKey.result(USER, id, 0, MediaType.PNG));

        assertThat(keys).doesNotHaveDuplicates().hasSize(10_000);
    }
}
