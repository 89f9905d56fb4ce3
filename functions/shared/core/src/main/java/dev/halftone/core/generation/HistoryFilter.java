package dev.halftone.core.generation;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which generations of a history are wanted. What was removed is never among them.
 *
 * @param project that they belong to; {@code null} for any and for none
 * @param from not before; {@code null} for no bound
 * @param until before; {@code null} for no bound
 * @param words each of which has to stand in what was asked for, in any case of letters
 */
public record HistoryFilter(
        @Nullable String model,
        @Nullable MediaKind kind,
        @Nullable End state,
        @Nullable ProjectId project,
        @Nullable Instant from,
        @Nullable Instant until,
        List<String> words) {

    public static final HistoryFilter ALL =
            new HistoryFilter(null, null, null, null, null, null, List.of());

    /** No search has more words, for each is looked for in every generation that is read. */
    public static final int WORDS_MAX = 10;

    /** How far a generation is, as people tell it. */
    public enum End {
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        static End of(GenerationState state) {
            return switch (state) {
                case Succeeded _ -> SUCCEEDED;
                case Failed failed ->
                        failed.reason() == FailureReason.CANCELLED ? CANCELLED : FAILED;
                case GenerationState.Accepted _,
                        GenerationState.Submitting _,
                        GenerationState.Running _,
                        GenerationState.Delivering _ ->
                        RUNNING;
            };
        }
    }

    public HistoryFilter {
        if (words.size() > WORDS_MAX) {
            throw new IllegalArgumentException("A search has at most " + WORDS_MAX + " words");
        }
        words = words.stream().map(HistoryFilter::plain).toList();
    }

    /** Whether generations have to be looked at to know whether they are wanted. */
    public boolean isSelective() {
        return model != null || kind != null || state != null || !words.isEmpty();
    }

    public boolean admits(Generation generation) {
        GenerationRequest request = generation.request();
        return !generation.shelf().isRemoved()
                && (from == null || !generation.createdAt().isBefore(from))
                && (until == null || generation.createdAt().isBefore(until))
                && (model == null || model.equals(request.model()))
                && (kind == null || kind == request.kind())
                && (project == null || project.equals(generation.shelf().project()))
                && (state == null || state == End.of(generation.state()))
                && hasWords(generation);
    }

    private boolean hasWords(Generation generation) {
        if (words.isEmpty()) {
            return true;
        }
        String text = plain(generation.request().said());
        return words.stream().allMatch(text::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
