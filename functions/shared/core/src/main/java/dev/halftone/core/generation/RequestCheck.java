package dev.halftone.core.generation;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Economy;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a request against the catalogue. */
public final class RequestCheck {

    private static final CheckOutcome.Unsupported NO_RATIO =
            new CheckOutcome.Unsupported("aspectRatio", "unsupported_aspect_ratio");
    private static final CheckOutcome.Unsupported NO_RESOLUTION =
            new CheckOutcome.Unsupported("resolution", "unsupported_resolution");
    private static final CheckOutcome.Unsupported NO_DURATION =
            new CheckOutcome.Unsupported("durationSeconds", "unsupported_duration");

    private final Catalogue catalogue;

    public RequestCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The id of the model that a name stands for; the name itself if none is on offer. */
    String modelOf(String name) {
        return catalogue.find(name).map(Model::id).orElse(name);
    }

    /**
     * Everything but the prompt, which has no part in the price.
     *
     * @param ratio of a picture or film; {@code null} where none was named
     * @param resolutionLabel of a picture or film; {@code null} where none was named
     * @param durationSeconds how long a film is to be; {@code null} where none was named
     */
    public CheckOutcome check(
            String modelId,
            @Nullable String ratio,
            @Nullable String resolutionLabel,
            @Nullable Integer durationSeconds) {
        Optional<Model> model = catalogue.find(modelId);
        if (model.isEmpty()) {
            return catalogue.isWithdrawn(modelId)
                    ? new CheckOutcome.Withdrawn(modelId)
                    : new CheckOutcome.UnknownModel(modelId);
        }
        return check(model.get(), ratio, resolutionLabel, durationSeconds);
    }

    private CheckOutcome check(
            Model model,
            @Nullable String ratio,
            @Nullable String resolutionLabel,
            @Nullable Integer durationSeconds) {
        return switch (model.offer()) {
            case Offer.Texts texts -> {
                CheckOutcome.Unsupported unsupported =
                        unsupported(ratio, resolutionLabel, durationSeconds);
                yield unsupported == null
                        ? new CheckOutcome.Valid(
                                model, new Format.Text(texts.task()), texts.credits())
                        : unsupported;
            }
            case Offer.Images _, Offer.Videos _ ->
                    seen(model, ratio, resolutionLabel, durationSeconds);
        };
    }

    /** What a text has not; {@code null} if nothing of it was named. */
    private static CheckOutcome.@Nullable Unsupported unsupported(
            @Nullable String ratio,
            @Nullable String resolutionLabel,
            @Nullable Integer durationSeconds) {
        if (ratio != null) {
            return NO_RATIO;
        }
        if (resolutionLabel != null) {
            return NO_RESOLUTION;
        }
        return durationSeconds == null ? null : NO_DURATION;
    }

    private CheckOutcome seen(
            Model model,
            @Nullable String ratio,
            @Nullable String resolutionLabel,
            @Nullable Integer durationSeconds) {
        Optional<AspectRatio> aspectRatio =
                model.aspectRatios().stream()
                        .filter(offered -> offered.toString().equals(ratio))
                        .findFirst();
        if (aspectRatio.isEmpty()) {
            return NO_RATIO;
        }
        Optional<Resolution> resolution =
                Optional.ofNullable(resolutionLabel)
                        .flatMap(Resolution::parse)
                        .filter(model.offer().resolutions()::contains);
        if (resolution.isEmpty()) {
            return NO_RESOLUTION;
        }
        Duration duration = durationSeconds == null ? null : Duration.ofSeconds(durationSeconds);
        return model.offer()
                .price(resolution.get(), duration)
                .<CheckOutcome>map(
                        price ->
                                new CheckOutcome.Valid(
                                        model,
                                        Format.of(aspectRatio.get(), resolution.get(), duration),
                                        price))
                .orElse(NO_DURATION);
    }

    /** The money behind a request that is valid, at a price that was promised for it. */
    Costs costs(CheckOutcome.Valid valid, Credits promised) {
        Economy economy = catalogue.economy();
        return new Costs(
                valid.model().dearest(valid.format()),
                economy.own(valid.model().offer().kind()),
                economy.worth(promised));
    }

    /** A prompt says something, fits the model, and holds no control characters but line ends. */
    public static boolean isValidPrompt(Model model, String prompt) {
        return TextForm.Words.isPlain(prompt, model.limits().promptCharactersMax());
    }
}
