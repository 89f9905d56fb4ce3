package dev.halftone.function.providerpoll;

import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A provider that answers with the picture itself, as a test says, and remembers its orders. */
final class ScriptedDirectProvider {
    static final Duration CALL_TIMEOUT = Duration.ofMinutes(3);
    static final Outcome MADE =
            new Outcome.Made(new ProviderRequest("openai", "req-1", Map.of()), new Usage(28, 1784));

    private final Deque<Outcome> outcomes = new ArrayDeque<>(List.of(MADE));
    private final Deque<byte[]> files = new ArrayDeque<>(List.of(PngFile.of(1376, 768)));
    private final Deque<Runnable> happenings = new ArrayDeque<>();
    private boolean affordable = true;
    private Endpoints endpoints = Endpoints.of("**");
    final List<ProviderOrder> orders = new ArrayList<>();

    /** Answers in this order; the last repeats. */
    synchronized void onCall(Outcome... answers) {
        outcomes.clear();
        outcomes.addAll(List.of(answers));
    }

    /** Makes these files in this order; the last repeats. */
    synchronized void makes(byte[]... made) {
        files.clear();
        files.addAll(List.of(made));
    }

    /** Happens once, while the next call is under way. */
    synchronized void duringNextCall(Runnable happening) {
        happenings.add(happening);
    }

    synchronized void knows(Endpoints others) {
        endpoints = others;
    }

    synchronized void tooDearToRepeat() {
        affordable = false;
    }

    synchronized int calls() {
        return orders.size();
    }

    synchronized DirectProvider provider() {
        return new DirectProvider(
                "openai",
                endpoints,
                (order, target, _) -> make(order, target),
                CALL_TIMEOUT,
                affordable);
    }

    private Outcome make(ProviderOrder order, Path target) {
        Outcome outcome;
        byte[] file;
        Runnable happening;
        synchronized (this) {
            orders.add(order);
            outcome = outcomes.size() > 1 ? outcomes.removeFirst() : outcomes.getFirst();
            file = files.size() > 1 ? files.removeFirst() : files.getFirst();
            happening = happenings.isEmpty() ? () -> {} : happenings.removeFirst();
        }
        happening.run();
        if (outcome instanceof Outcome.Made) {
            try {
                Files.write(target, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return outcome;
    }
}
