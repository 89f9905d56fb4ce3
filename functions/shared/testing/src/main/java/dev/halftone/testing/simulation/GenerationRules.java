package dev.halftone.testing.simulation;

import static dev.halftone.testing.simulation.LedgerRules.known;
import static dev.halftone.testing.simulation.LedgerRules.require;

import dev.halftone.core.generation.Ending;
import dev.halftone.core.generation.Endings;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.core.generation.Receipt;
import dev.halftone.core.generation.Remains;
import dev.halftone.core.generation.Step;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The promises about generations, checked whenever one has changed. */
final class GenerationRules {

    private static final Remains NOTHING = new Remains.Nothing();

    private final Asked asked;
    private final Generations generations;
    private final LedgerRules ledger;
    private final SimulatedMedia media;
    private final List<TakesOrders> providers;
    private final Tally tally;
    private final Map<GenerationId, Generation> seen = new HashMap<>();

    GenerationRules(
            Asked asked,
            Generations generations,
            LedgerRules ledger,
            SimulatedMedia media,
            List<TakesOrders> providers,
            Tally tally) {
        this.asked = asked;
        this.generations = generations;
        this.ledger = ledger;
        this.media = media;
        this.providers = providers;
        this.tally = tally;
    }

    /** Looks at every generation that was ever asked for. */
    void check() {
        for (GenerationId id : asked.orders.keySet()) {
            Generation before = seen.get(id);
            Generation found = generations.find(id).orElse(null);
            if (Objects.equals(found, before)) {
                continue;
            }
            Generation now = known(found, "lost", before);
            if (before == null) {
                require(now.revision() == 0, "begins in the middle", now);
            } else {
                follows(before, now);
            }
            stands(now);
            if (now.state() instanceof GenerationState.Failed failed) {
                tally.saw(failed.reason());
            }
            seen.put(id, now);
        }
    }

    private void follows(Generation before, Generation now) {
        require(now.revision() == before.revision() + 1, "changed unseen", now);
        if (!before.state().isTerminal()) {
            require(!isErased(before), "erased before it had ended", now);
        } else if (before.shelf().isRemoved()) {
            require(now.shelf().isRemoved(), "came back after its removal", now);
        } else if (now.shelf().isRemoved()) {
            require(asked.removals.contains(now.id()), "removed unasked", now);
        } else if (!isErasing(before, now)) {
            boolean gift = now.state() instanceof GenerationState.Succeeded late && late.free();
            boolean failed = before.state() instanceof GenerationState.Failed;
            require(failed && gift, "ended, and then", now);
        }
    }

    /** Whether nothing changed but what is left of it at its provider. */
    private static boolean isErasing(Generation before, Generation now) {
        return now.state().isTerminal()
                && before.leaving(NOTHING).state().equals(now.leaving(NOTHING).state());
    }

    private boolean isErased(Generation generation) {
        ProviderRequest request = generation.state().providerRequest();
        return request != null
                && providers.stream().anyMatch(provider -> provider.hasErased(request.id()));
    }

    /** What the state says is what the ledger and the bucket say. */
    private void stands(Generation now) {
        GenerationId id = now.id();
        switch (now.state()) {
            case GenerationState.Succeeded succeeded -> {
                boolean kept = !asked.removals.contains(id);
                require(!kept || !succeeded.media().isEmpty(), "delivered nothing", now);
                for (Media each : succeeded.media()) {
                    require(!kept || media.holds(each), "charged without a stored asset", now);
                }
                if (succeeded.free()) {
                    require(ledger.isVoided(id), "a gift that was not given back", now);
                } else {
                    long price = now.price().credits().amount();
                    require(ledger.posted(id) == price, "delivered at another price", now);
                }
            }
            case GenerationState.Failed _ ->
                    require(ledger.isVoided(id), "failed without its credits back", now);
            case GenerationState.Accepted _,
                    GenerationState.Submitting _,
                    GenerationState.Running _,
                    GenerationState.Delivering _ ->
                    require(ledger.isOpen(id), "works without credits", now);
        }
        isExplained(now);
        long makers = providers.stream().filter(each -> each.taken(id) > 0).count();
        require(makers <= 1, "ordered from two", now);
        for (TakesOrders provider : providers) {
            require(provider.taken(id) <= provider.takenMax(), "ordered too often", now);
        }
    }

    /** What its course says about credits is what the state and its ledger say: each thing once. */
    private static void isExplained(Generation now) {
        GenerationState state = now.state();
        boolean gift = state instanceof GenerationState.Succeeded late && late.free();
        boolean returned = gift || state instanceof GenerationState.Failed;
        boolean charged = state.isTerminal() && !returned;
        require(steps(now, Step.Kind.RESERVED) == 1, "reserved without a step", now);
        require(steps(now, Step.Kind.CHARGED) == (charged ? 1 : 0), "charge unexplained", now);
        require(steps(now, Step.Kind.RETURNED) == (returned ? 1 : 0), "return unexplained", now);
        require(steps(now, Step.Kind.GIVEN) == (gift ? 1 : 0), "gift unexplained", now);
    }

    private static long steps(Generation generation, Step.Kind kind) {
        return generation.course().steps().stream().filter(step -> step.kind() == kind).count();
    }

    /** Every end was counted, and nothing else. */
    void checkCounted(Endings endings) {
        Map<Ending, Long> counted = new EnumMap<>(Ending.class);
        endings.since(LocalDate.EPOCH)
                .forEach(each -> counted.merge(each.ending(), each.number(), Math::addExact));
        Map<Ending, Long> ended = new EnumMap<>(Ending.class);
        seen.values().forEach(each -> ended.merge(Ending.of(each.state()), 1L, Math::addExact));
        require(counted.equals(ended), "counted otherwise", counted);
    }

    /** Whether every provider that has something to erase has been asked, and nobody is to ask. */
    boolean areAllErased() {
        return seen.values().stream().allMatch(generation -> generation.state().dueAt() == null);
    }

    boolean haveAllEnded() {
        return seen.values().stream().allMatch(generation -> generation.state().isTerminal());
    }

    private static boolean isSaidToBeErased(Generation generation) {
        return generation.state().providerRequest() != null
                && generation.state().remains() instanceof Remains.Told told
                && told.receipts().stream()
                        .anyMatch(each -> each.manner() == Receipt.Manner.ERASED);
    }

    /** Holds once nothing is on its way any more. */
    void checkInTheEnd() {
        for (GenerationId id : asked.accepted) {
            require(seen.containsKey(id), "confirmed, but never accepted", id);
        }
        for (Generation generation : seen.values()) {
            require(generation.state().isTerminal(), "never ended", generation);
            require(!isSaidToBeErased(generation) || isErased(generation), "kept", generation);
            require(
                    !generation.shelf().isRemoved() || !media.hasAny(generation.id()),
                    "left a file after its removal",
                    generation);
            stands(generation);
        }
    }
}
