package dev.halftone.bench;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.Admission;
import dev.halftone.core.generation.Course;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Price;
import dev.halftone.core.generation.Shelf;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.dynamodb.DynamoDbSettlements;
import dev.halftone.dynamodb.DynamoDbSubmissions;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** As the product does it. */
final class AdapterPairs implements Pairs {

    private static final int TRIES_MAX = 8;

    // Never reached: what is measured is the counting.
    private static final Ceiling BOUNDLESS =
            new Ceiling(new MicroDollars(1L << 60), new MicroDollars(1L << 60));
    private static final Ceilings CEILINGS = new Ceilings(BOUNDLESS, BOUNDLESS);

    private final DynamoDbSubmissions submissions;
    private final DynamoDbSettlements settlements;

    AdapterPairs(DynamoDbClient client) {
        this.submissions =
                new DynamoDbSubmissions(client, Tables.STUDIO, Tables.LEDGER, CEILINGS, Plans.OPEN);
        this.settlements = new DynamoDbSettlements(client, Tables.STUDIO, Tables.LEDGER);
    }

    @Override
    public void run(AccountId account, long number) {
        Generation accepted = submit(account, number, 1);
        if (!post(accepted)) {
            throw new IllegalStateException("Not posted");
        }
    }

    /**
     * Accepts a generation that is delivering already: what is between costs the ledger nothing.
     */
    Generation submit(AccountId account, long number, long credits) {
        Generation generation = generation(account, number, credits);
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Submissions.Ground ground = submissions.ground(generation.id(), account);
            DrawOutcome drawn =
                    ground.account().draw(generation.price().credits(), generation.createdAt());
            if (drawn instanceof DrawOutcome.Drawn(Drawing drawing)
                    && submissions.accept(generation, Samples.transfer(generation, drawing))
                            instanceof Submissions.StoreOutcome.Stored) {
                return generation;
            }
        }
        throw new IllegalStateException("Not accepted");
    }

    boolean post(Generation accepted) {
        Generation succeeded =
                accepted.on(
                                new GenerationEvent.Delivered(
                                        List.of(Samples.media(accepted, 0)),
                                        Samples.NOW.plusSeconds(20)))
                        .orElseThrow();
        return settlements.settle(accepted, succeeded);
    }

    private static Generation generation(AccountId account, long number, long credits) {
        return new Generation(
                new GenerationId("gen_%032x".formatted(number)),
                // Each account is somebody else's: one person's ceiling is one item.
                new UserId(account.value().replace("acc_", "usr_")),
                account,
                Samples.request(),
                new Price(new Credits(credits), Samples.PRICE_VERSION),
                Samples.NOW,
                Samples.NOW.plus(Duration.ofMinutes(10)),
                Samples.traceId(1),
                Samples.assignment("fal", false),
                Samples.COSTS,
                Shelf.NONE,
                Admission.NONE,
                Course.NONE,
                new GenerationState.Delivering(
                        Samples.providerRequest(1),
                        List.of(Samples.providerMedia(1)),
                        Samples.NOW,
                        1,
                        0),
                false,
                0);
    }
}
