package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.Ending;
import dev.halftone.core.generation.Endings;
import dev.halftone.core.generation.Endings.Count;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every {@link Endings} counts what {@link dev.halftone.core.generation.Settlements} ends. */
public abstract class EndingsContract extends StudioContract {

    private static final int RACERS = 6;

    // Others count in the same store; a model of its own makes these counts this test's.
    private final String model = "model-of-" + person.user();

    /** What is counted in the store of the ports. */
    protected abstract Endings endings();

    @Test
    void countsEachEndOnceByItsHour() {
        grant(person.gift(1, 100));
        Instant at = person.now().plus(Duration.ofHours(1));

        end(1, new GenerationEvent.GivenUp(FailureReason.TIMEOUT, "", at));
        end(2, new GenerationEvent.GivenUp(FailureReason.PROVIDER_ERROR, "", at));
        end(3, new GenerationEvent.GivenUp(FailureReason.MODERATION, "", at));
        end(4, new GenerationEvent.CancelRequested(at.plus(Duration.ofHours(1))));
        end(5, delivered(5, at));

        assertThat(counted())
                .containsExactlyInAnyOrder(
                        count(at, Ending.FAILED, 2),
                        count(at, Ending.REFUSED, 1),
                        count(at.plus(Duration.ofHours(1)), Ending.STOPPED, 1),
                        count(at, Ending.DELIVERED, 1));
    }

    // Protects: nobody counts who did not bring the end, however many try at once.
    @Test
    void countsOnceWhoeverWins() {
        grant(person.gift(1, 100));
        Generation before = stored(1);
        FailureReason[] reasons = {FailureReason.TIMEOUT, FailureReason.MODERATION};

        List<Boolean> settled =
                Race.run(
                        RACERS,
                        number ->
                                ports().settlements()
                                        .settle(
                                                before,
                                                failed(before, reasons[number % reasons.length])));

        assertThat(settled).containsOnlyOnce(true);

        assertThat(counted()).hasSize(1).allMatch(each -> each.number() == 1);
    }

    // Protects: an older day is not in what is asked for.
    @Test
    void tellsNothingOfEarlierDays() {
        grant(person.gift(1, 100));
        end(1, new GenerationEvent.GivenUp(FailureReason.TIMEOUT, "", person.now()));

        assertThat(of(endings().since(today().plusDays(1)))).isEmpty();
        assertThat(counted()).hasSize(1);
    }

    private List<Count> counted() {
        return of(endings().since(today()));
    }

    private List<Count> of(List<Count> counts) {
        // One model's counts may lie in several places.
        return counts.stream()
                .filter(each -> each.model().equals(model))
                .map(each -> count(each.hour(), each.ending(), sum(counts, each)))
                .distinct()
                .toList();
    }

    private static long sum(List<Count> counts, Count like) {
        return counts.stream()
                .filter(each -> each.model().equals(like.model()))
                .filter(each -> each.hour().equals(like.hour()))
                .filter(each -> each.ending() == like.ending())
                .mapToLong(Count::number)
                .sum();
    }

    private Count count(Instant at, Ending ending, long number) {
        return new Count(model, at.truncatedTo(ChronoUnit.HOURS), ending, number);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(person.now(), ZoneOffset.UTC);
    }

    private void end(int number, GenerationEvent event) {
        Generation before = stored(number);
        assertThat(ports().settlements().settle(before, before.on(event).orElseThrow())).isTrue();
    }

    private GenerationEvent delivered(int number, Instant at) {
        return new GenerationEvent.DeliveredAtOnce(
                Samples.providerRequest(number),
                List.of(Samples.media(person.generation(number, 2), 0)),
                at);
    }

    private Generation stored(int number) {
        Generation like = person.generation(number, 2);
        Generation generation =
                new Generation(
                        like.id(),
                        like.owner(),
                        like.account(),
                        new GenerationRequest(
                                model, "A boat", new AspectRatio(1, 1), Resolution.ONE_K, null),
                        like.price(),
                        like.createdAt(),
                        like.deadline(),
                        like.trace(),
                        like.assignment(),
                        like.costs());
        ports().submissions().accept(generation, transfer(generation));
        return generation;
    }
}
