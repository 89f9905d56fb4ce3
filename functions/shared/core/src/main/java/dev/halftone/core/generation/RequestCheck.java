package dev.halftone.core.generation;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.Route;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a request against the catalogue. */
public final class RequestCheck {

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
     * @param durationSeconds how long a film is to be; {@code null} where none was named
     */
    public CheckOutcome check(
            String modelId,
            String ratio,
            String resolutionLabel,
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
            Model model, String ratio, String resolutionLabel, @Nullable Integer durationSeconds) {
        Optional<AspectRatio> aspectRatio =
                model.aspectRatios().stream()
                        .filter(offered -> offered.toString().equals(ratio))
                        .findFirst();
        if (aspectRatio.isEmpty()) {
            return new CheckOutcome.Unsupported("aspectRatio", "unsupported_aspect_ratio");
        }
        Optional<Resolution> resolution =
                Resolution.parse(resolutionLabel).filter(model.offer().resolutions()::contains);
        if (resolution.isEmpty()) {
            return new CheckOutcome.Unsupported("resolution", "unsupported_resolution");
        }
        Duration duration = durationSeconds == null ? null : Duration.ofSeconds(durationSeconds);
        return model.offer()
                .price(resolution.get(), duration)
                .<CheckOutcome>map(
                        price ->
                                new CheckOutcome.Valid(
                                        model,
                                        assignment(model, resolution.get()),
                                        aspectRatio.get(),
                                        resolution.get(),
                                        duration,
                                        price))
                .orElseGet(
                        () ->
                                new CheckOutcome.Unsupported(
                                        "durationSeconds", "unsupported_duration"));
    }

    /** The preferred provider of those that make this size. */
    private Assignment assignment(Model model, Resolution resolution) {
        Route route = model.routes(resolution).getFirst();
        return new Assignment(route.provider(), catalogue.provider(route).direct());
    }

    /** A prompt says something, fits the model, and holds no control characters but line ends. */
    public static boolean isValidPrompt(Model model, String prompt) {
        return !prompt.isBlank()
                && prompt.codePointCount(0, prompt.length()) <= model.limits().promptCharactersMax()
                && prompt.codePoints().noneMatch(RequestCheck::isUnwanted);
    }

    private static boolean isUnwanted(int codePoint) {
        boolean lineEndOrTab = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        boolean loneSurrogate = Character.getType(codePoint) == Character.SURROGATE;
        return loneSurrogate || (Character.isISOControl(codePoint) && !lineEndOrTab);
    }
}
