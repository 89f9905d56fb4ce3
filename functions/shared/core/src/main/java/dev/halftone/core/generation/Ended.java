package dev.halftone.core.generation;

import dev.halftone.core.generation.GenerationEvent.DeliveredLate;
import dev.halftone.core.generation.GenerationEvent.ErasureEnded;
import dev.halftone.core.generation.GenerationEvent.ErasureStarted;
import dev.halftone.core.generation.GenerationEvent.LeftBehind;
import dev.halftone.core.generation.GenerationEvent.Removed;
import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Remains.ToErase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may still happen to a generation after its end; none of it moves credits. */
final class Ended {

    private Ended() {}

    /** Its credits have gone back and stay there, whatever still comes. */
    static @Nullable Generation onFailed(Generation failed, Failed from, GenerationEvent event) {
        return switch (event) {
            case DeliveredLate late when from.reason().isGivenUp() && !failed.shelf().isRemoved() ->
                    failed.to(new Succeeded(late.request(), late.media(), late.at(), true));
            case LeftBehind found when isNews(found.remains(), from.remains()) ->
                    failed.to(left(from, found.remains()));
            default -> on(failed, event);
        };
    }

    private static boolean isNews(Remains found, Remains known) {
        return known instanceof Remains.Nothing
                || (found instanceof ToErase && !(known instanceof ToErase));
    }

    /** It happens at its provider, unless its owner removes it. */
    static @Nullable Generation on(Generation ended, GenerationEvent event) {
        if (event instanceof Removed removed) {
            return ended.shelf().isRemoved() ? null : removed(ended, removed.at());
        }
        GenerationState state = ended.state();
        if (!(state.remains() instanceof ToErase left)) {
            return null;
        }
        return switch (event) {
            case ErasureStarted started ->
                    ended.to(
                            left(
                                    state,
                                    new ToErase(
                                            left.request(), started.dueAt(), left.tries() + 1)));
            case ErasureEnded erased -> ended.to(left(state, new Remains.Told(erased.receipts())));
            default -> null;
        };
    }

    /**
     * Nothing of what was made or asked for is left in it; what it cost, when it was, and what its
     * provider still has, is.
     */
    private static Generation removed(Generation ended, Instant at) {
        return ended.to(emptied(ended.state()))
                .kept(ended.request().withoutWords(), ended.shelf().removed(at));
    }

    private static GenerationState emptied(GenerationState state) {
        return switch (state) {
            case Succeeded succeeded ->
                    new Succeeded(
                            succeeded.request(),
                            List.of(),
                            succeeded.at(),
                            succeeded.free(),
                            succeeded.remains());
            case Failed failed ->
                    new Failed(
                            failed.reason(),
                            "",
                            null,
                            failed.request(),
                            failed.at(),
                            failed.remains());
            case Accepted _, Submitting _, Running _, Delivering _ -> throw goesOn();
        };
    }

    /** The same end with that left at the provider. */
    static GenerationState left(GenerationState state, Remains remains) {
        return switch (state) {
            case Succeeded succeeded ->
                    new Succeeded(
                            succeeded.request(),
                            succeeded.media(),
                            succeeded.at(),
                            succeeded.free(),
                            remains);
            case Failed failed ->
                    new Failed(
                            failed.reason(),
                            failed.detail(),
                            failed.objection(),
                            failed.request(),
                            failed.at(),
                            remains);
            case Accepted _, Submitting _, Running _, Delivering _ -> throw goesOn();
        };
    }

    private static IllegalStateException goesOn() {
        return new IllegalStateException("It has not ended");
    }
}
