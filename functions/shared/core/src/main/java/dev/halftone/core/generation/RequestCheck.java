package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.asset.AssetKind;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Economy;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** Holds a request against the catalogue. */
public final class RequestCheck {

    private static final CheckOutcome.Unsupported NO_RATIO =
            new CheckOutcome.Unsupported("aspectRatio", "unsupported_aspect_ratio");
    private static final CheckOutcome.Unsupported NO_RESOLUTION =
            new CheckOutcome.Unsupported("resolution", "unsupported_resolution");
    private static final CheckOutcome.Unsupported NO_DURATION =
            new CheckOutcome.Unsupported("durationSeconds", "unsupported_duration");

    private static final CheckOutcome.Unsupported NO_AUDIO =
            new CheckOutcome.Unsupported("audio", "unsupported_audio");
    private static final String FILM = "film";
    private static final String SPEECH = "speech";

    private final Catalogue catalogue;
    private final SettingsCheck settings;

    public RequestCheck(Catalogue catalogue, Belongings belongings) {
        this.catalogue = catalogue;
        this.settings = new SettingsCheck(belongings);
    }

    /** The id of the model that a name stands for; the name itself if none is on offer. */
    String modelOf(String name) {
        return catalogue.find(name).map(Model::id).orElse(name);
    }

    /** Everything that the price depends on. */
    public CheckOutcome check(UserId user, Asked asked) {
        Optional<Model> model = catalogue.find(asked.model());
        if (model.isEmpty()) {
            return catalogue.isWithdrawn(asked.model())
                    ? new CheckOutcome.Withdrawn(asked.model())
                    : new CheckOutcome.UnknownModel(asked.model());
        }
        return switch (model.get().offer()) {
            case Offer.Texts texts ->
                    shape(asked).orElseGet(() -> written(model.get(), texts, asked));
            case Offer.Images _, Offer.Videos _ ->
                    model.get().takes().film()
                            ? shape(asked).orElseGet(() -> dubbed(user, model.get(), asked))
                            : seen(user, model.get(), asked);
        };
    }

    /** What the price does not depend on, the prompt's own form aside. */
    SettingsCheck.Outcome settings(UserId user, Model model, String prompt, Asked asked) {
        return settings.check(user, model, prompt, asked.extras());
    }

    /** What is asked of the form of something whose form is not for the asking. */
    private static Optional<CheckOutcome> shape(Asked asked) {
        if (asked.aspectRatio() != null) {
            return Optional.of(NO_RATIO);
        }
        if (asked.resolution() != null) {
            return Optional.of(NO_RESOLUTION);
        }
        if (asked.durationSeconds() != null) {
            return Optional.of(NO_DURATION);
        }
        return asked.audio() == null ? Optional.empty() : Optional.of(NO_AUDIO);
    }

    /** A text has neither shape nor size, and nothing else that only a picture or film has. */
    private static CheckOutcome written(Model model, Offer.Texts texts, Asked asked) {
        return texts.task()
                .planned(asked.extras().plan())
                .<CheckOutcome>map(
                        task ->
                                new CheckOutcome.Valid(
                                        model, new Format.Text(task), texts.credits()))
                .orElse(new CheckOutcome.Unsupported("shots", "unsupported_shots"));
    }

    private CheckOutcome seen(UserId user, Model model, Asked asked) {
        Optional<AspectRatio> aspectRatio =
                model.aspectRatios().stream()
                        .filter(offered -> offered.toString().equals(asked.aspectRatio()))
                        .findFirst();
        if (aspectRatio.isEmpty()) {
            return NO_RATIO;
        }
        Optional<Resolution> resolution =
                Optional.ofNullable(asked.resolution())
                        .flatMap(Resolution::parse)
                        .filter(model.offer().resolutions()::contains);
        if (resolution.isEmpty()) {
            return NO_RESOLUTION;
        }
        if (asked.audio() != null && !model.offer().isHeard()) {
            return NO_AUDIO;
        }
        return model.takes().speech()
                ? spoken(user, model, aspectRatio.get(), resolution.get(), asked)
                : timed(model, aspectRatio.get(), resolution.get(), asked);
    }

    private static CheckOutcome timed(
            Model model, AspectRatio ratio, Resolution resolution, Asked asked) {
        Integer seconds = asked.durationSeconds();
        Duration duration = seconds == null ? null : Duration.ofSeconds(seconds);
        boolean audio = Boolean.TRUE.equals(asked.audio());
        if (!model.offer().lasts(duration)) {
            return NO_DURATION;
        }
        return model.offer()
                .price(resolution, duration, audio)
                .<CheckOutcome>map(
                        price ->
                                new CheckOutcome.Valid(
                                        model,
                                        duration == null
                                                ? new Format.Picture(ratio, resolution)
                                                : new Format.Film(
                                                        ratio, resolution, duration, audio),
                                        price))
                .orElse(NO_AUDIO);
    }

    /** As long as the sound, in whole seconds that have begun: nobody else can say how long. */
    private CheckOutcome spoken(
            UserId user, Model model, AspectRatio ratio, Resolution resolution, Asked asked) {
        if (asked.durationSeconds() != null) {
            return NO_DURATION;
        }
        String speech = asked.extras().speech();
        if (speech == null) {
            return new CheckOutcome.Unsupported(SPEECH, "speech_required");
        }
        return switch (settings.file(user, speech, AssetKind.SOUND)) {
            case SettingsCheck.Found.Refused refused ->
                    new CheckOutcome.Unsupported(SPEECH, refused.code());
            case SettingsCheck.Found.Usable sound -> {
                Duration length = begun(Objects.requireNonNull(sound.file().duration()));
                yield model.offer()
                        .price(resolution, length)
                        .<CheckOutcome>map(
                                price ->
                                        new CheckOutcome.Valid(
                                                model,
                                                new Format.Film(ratio, resolution, length),
                                                price))
                        .orElse(new CheckOutcome.Unsupported(SPEECH, "speech_too_long"));
            }
        };
    }

    /** As the film that is brought: its shape, its size, and every second of it that has begun. */
    private CheckOutcome dubbed(UserId user, Model model, Asked asked) {
        String film = asked.extras().film();
        if (film == null) {
            return new CheckOutcome.Unsupported(FILM, "film_required");
        }
        return switch (settings.file(user, film, AssetKind.FILM)) {
            case SettingsCheck.Found.Refused refused ->
                    new CheckOutcome.Unsupported(FILM, refused.code());
            case SettingsCheck.Found.Usable found -> as(model, found.file());
        };
    }

    private static CheckOutcome as(Model model, AssetFile film) {
        Dimensions size = Objects.requireNonNull(film.size());
        Duration length = begun(Objects.requireNonNull(film.duration()));
        if (!model.offer().lasts(length)) {
            return new CheckOutcome.Unsupported(FILM, "film_too_long");
        }
        return AspectRatio.of(size)
                .flatMap(
                        ratio ->
                                largest(model, size, ratio)
                                        .map(most -> new Format.Film(ratio, most, length)))
                .flatMap(
                        format ->
                                model.offer()
                                        .price(format.resolution(), length)
                                        .<CheckOutcome>map(
                                                price ->
                                                        new CheckOutcome.Valid(
                                                                model, format, price)))
                .orElse(new CheckOutcome.Unsupported(FILM, "film_too_small"));
    }

    /** The largest size on offer that a film of this one has. */
    private static Optional<Resolution> largest(Model model, Dimensions size, AspectRatio ratio) {
        return model.offer().resolutions().stream()
                .filter(resolution -> resolution.isMetBy(size, ratio))
                .max(Comparator.naturalOrder());
    }

    private static Duration begun(Duration exact) {
        return Duration.ofSeconds(exact.plusSeconds(1).minusNanos(1).toSeconds());
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
