package dev.halftone.lambda;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Receipt.Part;
import dev.halftone.core.generation.Remains;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A generation as its owner sees it: nothing of the provider's, nothing of the store's.
 *
 * @param provider who makes it, or made it
 * @param prompt the owner's own words: of a text, what it is about
 * @param project that it belongs to, which may have been deleted since; {@code null} for none
 * @param aspectRatio {@code null} for a text
 * @param resolution {@code null} for a text
 * @param durationSeconds how long the film was to be; {@code null} for anything else
 * @param settings what else was asked for, as it can be asked for again
 * @param typicalSeconds {@code null} if the model is no longer on offer
 * @param refundedCredits what came back because nothing was delivered in time
 * @param atProvider what became of it at the provider, part by part, once it has ended
 * @param traceId what to quote to support
 */
public record GenerationResource(
        String id,
        String state,
        String kind,
        String model,
        ProviderResource provider,
        String prompt,
        @Nullable String project,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds,
        SettingsResource settings,
        long credits,
        String priceVersion,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Long typicalSeconds,
        @Nullable Integer queuePosition,
        boolean cancelRequested,
        List<MediaResource> media,
        @Nullable Failure failure,
        long refundedCredits,
        List<Receipt> atProvider,
        String traceId) {
    /**
     * A delivered picture, film or text and where to get it.
     *
     * @param width {@code null} for a text
     * @param height {@code null} for a text
     * @param document what is in a text, so that it can be read without another call
     * @param durationMillis of a film, which has not to the frame what was asked for
     */
    public record MediaResource(
            int index,
            String contentType,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Long durationMillis,
            @Nullable JsonNode document,
            long bytes,
            String href) {}

    /**
     * What became of one part at the provider.
     *
     * @param provider the name that people know
     * @param part {@code order} or {@code result}
     * @param manner such as {@code erased}, or {@code pending} until the provider has answered
     * @param at when that was or will be
     */
    public record Receipt(String provider, String part, String manner, @Nullable Instant at) {}

    /**
     * The company that has it, or is to get it.
     *
     * @param name that people know, or the one in our catalogue if it has left that
     * @param region where it works, and nowhere else; {@code null} if it does not say
     */
    public record ProviderResource(String name, @Nullable String region) {}

    /**
     * Why there is no result.
     *
     * @param refused what the provider's rules did not allow, {@code prompt} or {@code result};
     *     {@code null} if that is not why, or the provider did not say
     */
    public record Failure(
            String code, @Nullable String refused, String message, boolean retryable) {}

    public GenerationResource {
        media = List.copyOf(media);
        atProvider = List.copyOf(atProvider);
    }

    public static GenerationResource of(Generation generation, Catalogue catalogue, Locale locale) {
        Optional<Model> model = catalogue.find(generation.request().model());
        Failed failed = generation.state() instanceof Failed state ? state : null;
        return new GenerationResource(
                generation.id().value(),
                stateOf(generation),
                kindOf(generation),
                generation.request().model(),
                providerOf(generation, catalogue),
                generation.request().prompt(),
                generation.shelf().project() == null ? null : generation.shelf().project().value(),
                isText(generation) ? null : generation.request().aspectRatio().toString(),
                isText(generation) ? null : generation.request().resolution().label(),
                generation.request().durationSeconds(),
                SettingsResource.of(generation.request()),
                generation.price().credits().amount(),
                generation.price().version(),
                generation.createdAt(),
                generation.state().endedAt(),
                model.map(found -> found.limits().typical().toSeconds()).orElse(null),
                generation.state() instanceof Running running ? running.queuePosition() : null,
                generation.cancelRequested(),
                mediaOf(generation),
                failed == null ? null : failure(failed, locale),
                isRefunded(generation.state()) ? generation.price().credits().amount() : 0,
                receiptsOf(generation.state().remains(), catalogue),
                generation.trace().value());
    }

    /** What speaks is a film to look at, and something else to ask for. */
    private static String kindOf(Generation generation) {
        return generation.request().isSpeech()
                ? "speech"
                : generation.request().kind().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isText(Generation generation) {
        return generation.request().kind() == MediaKind.TEXT;
    }

    private static ProviderResource providerOf(Generation generation, Catalogue catalogue) {
        String name = generation.assignment().provider();
        ProviderEntry entry = catalogue.providers().get(name);
        return new ProviderResource(
                titleOf(name, catalogue), entry == null ? null : entry.region());
    }

    /** A generation that was cancelled says so, though for the ledger it failed like any other. */
    private static String stateOf(Generation generation) {
        return generation.state() instanceof Failed failed
                        && failed.reason() == FailureReason.CANCELLED
                ? "cancelled"
                : generation.state().label();
    }

    /** A result that came late is delivered and free. */
    private static boolean isRefunded(GenerationState state) {
        return switch (state) {
            case Failed _ -> true;
            case Succeeded succeeded -> succeeded.free();
            case GenerationState.Accepted _,
                    GenerationState.Submitting _,
                    Running _,
                    GenerationState.Delivering _ ->
                    false;
        };
    }

    private static List<Receipt> receiptsOf(Remains remains, Catalogue catalogue) {
        return switch (remains) {
            case Remains.Nothing _ -> List.of();
            case Remains.ToErase left ->
                    Arrays.stream(Part.values())
                            .map(part -> pending(left.request().provider(), part, catalogue))
                            .toList();
            case Remains.Told told ->
                    told.receipts().stream()
                            .map(
                                    receipt ->
                                            new Receipt(
                                                    titleOf(receipt.provider(), catalogue),
                                                    receipt.part().code(),
                                                    receipt.manner().code(),
                                                    receipt.at()))
                            .toList();
        };
    }

    private static Receipt pending(String provider, Part part, Catalogue catalogue) {
        return new Receipt(titleOf(provider, catalogue), part.code(), "pending", null);
    }

    /** What people call it; what we do, if it has left the catalogue. */
    private static String titleOf(String provider, Catalogue catalogue) {
        ProviderEntry entry = catalogue.providers().get(provider);
        return entry == null ? provider : entry.title();
    }

    private static Failure failure(Failed failed, Locale locale) {
        FailureReason reason = failed.reason();
        Objection.Side side = failed.objection() == null ? null : failed.objection().side();
        return new Failure(
                reason.code(),
                side == null ? null : side.code(),
                FailureTexts.text(reason, side, locale),
                reason.retryable());
    }

    private static List<MediaResource> mediaOf(Generation generation) {
        if (!(generation.state() instanceof Succeeded succeeded)) {
            return List.of();
        }
        return IntStream.range(0, succeeded.media().size())
                .mapToObj(index -> media(generation, succeeded.media().get(index), index))
                .toList();
    }

    private static MediaResource media(Generation generation, Media media, int index) {
        return new MediaResource(
                index,
                media.type().contentType(),
                media.size() == null ? null : media.size().width(),
                media.size() == null ? null : media.size().height(),
                media.duration() == null ? null : media.duration().toMillis(),
                media.document() == null ? null : Json.tree(media.document()),
                media.bytes(),
                FileFacts.address(generation, index));
    }
}
