package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: what is charged and what comes back are never the same credit, nor is one missing. */
class DrawingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void cutsAtEveryPlaceWithoutGapOrOverlap() {
        Drawing drawing = new Drawing(List.of(part(1, 3), part(2, 1), part(3, 4)));

        for (long from = 0; from <= 8; from++) {
            for (long to = from; to <= 8; to++) {
                List<Bucket> cut = new ArrayList<>();
                cut.addAll(drawing.between(Credits.ZERO, new Credits(from)));
                cut.addAll(drawing.between(new Credits(from), new Credits(to)));
                cut.addAll(drawing.between(new Credits(to), new Credits(8)));
                assertThat(credits(cut)).as("%d to %d", from, to).isEqualTo("11123333");
            }
        }
    }

    @Test
    void keepsWhatItWasCutFrom() {
        Drawing drawing = new Drawing(List.of(part(1, 3), part(2, 2)));

        assertThat(drawing.between(new Credits(2), new Credits(4)))
                .containsExactly(part(1, 1), part(2, 1));
    }

    @Test
    void hasNoPartThatTakesNothing() {
        assertThatThrownBy(() -> new Drawing(List.of(part(1, 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** One character for each credit: the bucket it is from. */
    private static String credits(List<Bucket> parts) {
        StringBuilder text = new StringBuilder();
        for (Bucket part : parts) {
            String bucket = part.grant().value().substring(24);
            text.append(bucket.repeat(Math.toIntExact(part.remaining().amount())));
        }
        return text.toString();
    }

    private static Bucket part(int number, long credits) {
        return new Bucket(
                new GrantId("g%024x".formatted(number)),
                new Credits(credits),
                GrantSource.WELCOME,
                10,
                NOW,
                null,
                Duration.ZERO,
                NOW);
    }
}
