package dev.halftone.testing.simulation;

import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A provider that answers with the picture itself, another one each time that it is asked. */
final class SimulatedDirectProvider implements TakesOrders {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(40);
    private static final Duration RETRY_AFTER_MAX = Duration.ofSeconds(90);
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 576;

    private final World world;
    private final String name;
    private final Map<GenerationId, Integer> taken = new HashMap<>();
    private int made;

    SimulatedDirectProvider(World world, String name) {
        this.world = world;
        this.name = name;
    }

    DirectProvider provider() {
        return new DirectProvider(
                name,
                Endpoints.of("**"),
                (order, target, _) -> world.call("make", () -> answer(order, target)),
                CALL_TIMEOUT,
                true);
    }

    @Override
    public int taken(GenerationId generation) {
        return taken.getOrDefault(generation, 0);
    }

    @Override
    public int takenMax() {
        return 2;
    }

    private Outcome answer(ProviderOrder order, Path target) {
        if (world.mix.strikes(Trouble.PROVIDER_BUSY)) {
            return new Outcome.Postponed(world.upTo(RETRY_AFTER_MAX), "busy");
        }
        if (world.mix.strikes(Trouble.PROVIDER_LOCKED)) {
            return world.rarely(2)
                    ? Outcome.Refused.key("locked out")
                    : Outcome.Refused.endpoint("not offered");
        }
        if (world.mix.strikes(Trouble.PROVIDER_REFUSES)) {
            return new Outcome.Refused(
                    world.anyOf(List.of(FailureReason.MODERATION, FailureReason.INVALID_REQUEST)),
                    "refused");
        }
        if (world.mix.strikes(Trouble.ORDER_LOST)) {
            return new Outcome.Unknown("never arrived");
        }
        if (taken.merge(order.generation(), 1, Integer::sum) > 1) {
            world.tally.saw(Sight.TAKEN_TWICE);
        }
        if (world.mix.strikes(Trouble.ORDER_REPLY_LOST)) {
            return new Outcome.Unknown("made, and the reply lost");
        }
        made++;
        boolean spoilt = world.mix.strikes(Trouble.RESULT_SPOILT);
        write(target, SmallPng.of(spoilt ? HEIGHT : WIDTH, spoilt ? WIDTH : HEIGHT, made));
        return new Outcome.Made(
                new ProviderRequest(name, name + "-" + made, Map.of()), new Usage(10, 1_000));
    }

    private static void write(Path target, byte[] picture) {
        try {
            Files.write(target, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
