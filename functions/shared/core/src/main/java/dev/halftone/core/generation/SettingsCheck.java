package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKind;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Takes;
import dev.halftone.core.catalogue.TextForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what was asked for beside a prompt and a form against what a model takes. */
final class SettingsCheck {

    // Of one order together. Most providers get them in base64 within its JSON, for which GMI Cloud
    // advises 10 MB at most; and it is held in memory, as bytes and as text.
    private static final long PICTURE_BYTES_MAX = 7L * 1024 * 1024;

    private static final String REFERENCES = "references";
    private static final String FIRST_FRAME = "firstFrame";
    private static final String FILM = "film";
    private static final String SPEECH = "speech";

    // A film and its sound, which go into the JSON of one order as pictures do.
    private static final long FILM_BYTES_MAX = 10L * 1024 * 1024;

    private final Assets assets;
    private final GuidanceCheck guidance;

    SettingsCheck(Belongings belongings) {
        this.assets = belongings.assets();
        this.guidance = new GuidanceCheck(belongings);
    }

    /** Whether it can be asked of the model. */
    sealed interface Outcome {

        record Valid(Settings settings) implements Outcome {}

        /** It takes no such thing, or not in this form. */
        record Refused(String field, String code) implements Outcome {}
    }

    /** What a file is to be, by whose word. */
    private record Wanted(String field, InputRole role, String asset) {

        AssetKind kind() {
            return switch (role) {
                case IMAGE, STYLE, CHARACTER, FIRST_FRAME -> AssetKind.PICTURE;
                case FILM -> AssetKind.FILM;
                case SPEECH -> AssetKind.SOUND;
            };
        }
    }

    static Optional<InputRole> role(String name) {
        return Arrays.stream(InputRole.values())
                .filter(role -> label(role).equals(name))
                .findFirst();
    }

    /** As programs say it. */
    static String label(InputRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    Outcome check(UserId user, Model model, String prompt, Asked.Extras extras) {
        Outcome.@Nullable Refused refused = refusal(model, prompt, extras);
        if (refused != null) {
            return refused;
        }
        return switch (guidance.check(user, model, extras)) {
            case GuidanceCheck.Outcome.Missing missing -> missing.refused();
            case GuidanceCheck.Outcome.Found found ->
                    switch (brought(user, model, extras)) {
                        case Outcome.Refused not -> not;
                        case Outcome.Valid valid ->
                                room(model, prompt, valid.settings().guidedBy(found.guidance()));
                    };
        };
    }

    private static Outcome room(Model model, String prompt, Settings settings) {
        return GuidanceCheck.tooLong(model, prompt, settings)
                .<Outcome>map(Function.identity())
                .orElseGet(() -> new Outcome.Valid(settings));
    }

    private Outcome brought(UserId user, Model model, Asked.Extras extras) {
        List<Wanted> wanted = wanted(model.takes(), extras);
        Map<AssetId, Asset> owned = owned(user, wanted);
        List<Input> inputs = new ArrayList<>();
        Room room = new Room(model.takes().film());
        for (Wanted each : wanted) {
            Asset asset = AssetId.parse(each.asset()).map(owned::get).orElse(null);
            switch (found(asset, each.kind())) {
                case Found.Refused not -> {
                    return new Outcome.Refused(each.field(), not.code());
                }
                case Found.Usable usable -> {
                    inputs.add(new Input(each.role(), usable.id(), usable.file().type()));
                    if (!room.takes(usable.file())) {
                        return new Outcome.Refused(each.field(), room.refusal());
                    }
                    if (!room.lasts(usable.file())) {
                        return new Outcome.Refused(each.field(), "speech_outlasts_film");
                    }
                }
            }
        }
        return new Outcome.Valid(
                new Settings(
                        extras.negativePrompt(),
                        extras.seed() == null ? null : Math.toIntExact(extras.seed()),
                        inputs,
                        Boolean.TRUE.equals(extras.watermark()),
                        extras.direction(),
                        extras.originalPrompt(),
                        Guidance.NONE));
    }

    /** Whether a file of that kind can be used; whose it is not, it is unknown to. */
    sealed interface Found {

        record Usable(AssetId id, AssetFile file) implements Found {}

        record Refused(String code) implements Found {}
    }

    /** How much one order can hold: of pictures, or of a film with its sound. */
    private static final class Room {
        private final boolean film;
        private long left;
        private Duration length = Duration.ZERO;

        Room(boolean film) {
            this.film = film;
            this.left = film ? FILM_BYTES_MAX : PICTURE_BYTES_MAX;
        }

        boolean takes(AssetFile file) {
            left -= film || file.type().kind() == AssetKind.PICTURE ? file.bytes() : 0;
            return left >= 0;
        }

        /** Whether it ends with the film that came before it, where there is one. */
        boolean lasts(AssetFile file) {
            Duration own = file.duration();
            if (!film || own == null) {
                return true;
            }
            if (file.type().kind() == AssetKind.FILM) {
                length = own;
            }
            return own.compareTo(length) <= 0;
        }

        String refusal() {
            return film ? "film_too_large" : "pictures_too_large";
        }
    }

    /** The file of that id. */
    Found file(UserId user, String asset, AssetKind kind) {
        return found(
                AssetId.parse(asset).stream()
                        .flatMap(id -> assets.owned(user, List.of(id)).stream())
                        .findFirst()
                        .orElse(null),
                kind);
    }

    private static Found found(@Nullable Asset asset, AssetKind kind) {
        if (asset == null) {
            return new Found.Refused("unknown_asset");
        }
        Optional<AssetFile> file = asset.file();
        if (file.isEmpty()) {
            return new Found.Refused("asset_not_ready");
        }
        return file.get().type().kind() == kind
                ? new Found.Usable(asset.id(), file.get())
                : new Found.Refused("wrong_asset_kind");
    }

    private Map<AssetId, Asset> owned(UserId user, List<Wanted> wanted) {
        List<AssetId> ids =
                wanted.stream()
                        .flatMap(each -> AssetId.parse(each.asset()).stream())
                        .distinct()
                        .toList();
        return ids.isEmpty()
                ? Map.of()
                : assets.owned(user, ids).stream()
                        .collect(Collectors.toMap(Asset::id, Function.identity()));
    }

    private static List<Wanted> wanted(Takes takes, Asked.Extras extras) {
        List<Wanted> wanted = new ArrayList<>();
        for (Asked.Reference each : extras.references()) {
            InputRole role =
                    each.role() == null
                            ? Objects.requireNonNull(takes.references()).roles().getFirst()
                            : role(each.role()).orElseThrow();
            wanted.add(new Wanted(REFERENCES, role, each.asset()));
        }
        Stream.of(
                        Optional.ofNullable(extras.firstFrame())
                                .map(id -> new Wanted(FIRST_FRAME, InputRole.FIRST_FRAME, id)),
                        Optional.ofNullable(extras.film())
                                .map(id -> new Wanted(FILM, InputRole.FILM, id)),
                        Optional.ofNullable(extras.speech())
                                .map(id -> new Wanted(SPEECH, InputRole.SPEECH, id)))
                .flatMap(Optional::stream)
                .forEach(wanted::add);
        return wanted;
    }

    private static Outcome.@Nullable Refused refusal(
            Model model, String prompt, Asked.Extras extras) {
        Takes takes = model.takes();
        return Stream.<Optional<Outcome.Refused>>of(
                        words(takes, extras),
                        seed(takes, extras),
                        references(takes, extras),
                        unless(takes.firstFrame(), extras.firstFrame(), FIRST_FRAME, "first_frame"),
                        unless(takes.film(), extras.film(), FILM, FILM),
                        unless(takes.speech(), extras.speech(), SPEECH, SPEECH),
                        unless(
                                takes.watermark() != null,
                                extras.watermark(),
                                "watermark",
                                "watermark"),
                        required(
                                takes.speech() && takes.firstFrame(),
                                extras.firstFrame(),
                                FIRST_FRAME,
                                "first_frame"),
                        required(takes.film(), extras.film(), FILM, FILM),
                        required(takes.speech(), extras.speech(), SPEECH, SPEECH),
                        direction(model, prompt, extras),
                        original(model, extras))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Outcome.Refused> words(Takes takes, Asked.Extras extras) {
        String words = extras.negativePrompt();
        int most = takes.negativePromptCharactersMax();
        if (words == null || (most > 0 && TextForm.Words.isPlain(words, most))) {
            return Optional.empty();
        }
        return refused(
                "negativePrompt",
                most == 0 ? "unsupported_negative_prompt" : "invalid_negative_prompt");
    }

    private static Optional<Outcome.Refused> seed(Takes takes, Asked.Extras extras) {
        Long seed = extras.seed();
        if (seed == null || (takes.seed() && seed >= 0 && seed <= Settings.SEED_MAX)) {
            return Optional.empty();
        }
        return refused("seed", takes.seed() ? "invalid_seed" : "unsupported_seed");
    }

    private static Optional<Outcome.Refused> references(Takes takes, Asked.Extras extras) {
        List<Asked.Reference> given = extras.references();
        Takes.References taken = takes.references();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (taken == null) {
            return refused(REFERENCES, "unsupported_references");
        }
        if (given.size() > taken.max()) {
            return refused(REFERENCES, "too_many_references");
        }
        boolean known =
                given.stream()
                        .map(Asked.Reference::role)
                        .allMatch(
                                role ->
                                        role == null
                                                || role(role)
                                                        .filter(taken.roles()::contains)
                                                        .isPresent());
        return known ? Optional.empty() : refused(REFERENCES, "unsupported_reference_role");
    }

    /** A direction goes with the prompt, so that both share its room. */
    private static Optional<Outcome.Refused> direction(
            Model model, String prompt, Asked.Extras extras) {
        String direction = extras.direction();
        if (direction == null) {
            return Optional.empty();
        }
        if (!model.isDirected()) {
            return refused("direction", "unsupported_direction");
        }
        int most = model.limits().promptCharactersMax() - prompt.codePointCount(0, prompt.length());
        return TextForm.Words.isPlain(direction, most - 2)
                ? Optional.empty()
                : refused("direction", "invalid_direction");
    }

    /** Only what is seen can have a prompt that was written of other words. */
    private static Optional<Outcome.Refused> original(Model model, Asked.Extras extras) {
        String words = extras.originalPrompt();
        if (words == null) {
            return Optional.empty();
        }
        if (!model.isDirected()) {
            return refused("originalPrompt", "unsupported_original_prompt");
        }
        return TextForm.Words.isPlain(words, Settings.ORIGINAL_CHARACTERS_MAX)
                ? Optional.empty()
                : refused("originalPrompt", "invalid_original_prompt");
    }

    private static Optional<Outcome.Refused> unless(
            boolean taken, @Nullable Object given, String field, String code) {
        return taken || given == null ? Optional.empty() : refused(field, "unsupported_" + code);
    }

    private static Optional<Outcome.Refused> required(
            boolean needed, @Nullable Object given, String field, String code) {
        return needed && given == null ? refused(field, code + "_required") : Optional.empty();
    }

    private static Optional<Outcome.Refused> refused(String field, String code) {
        return Optional.of(new Outcome.Refused(field, code));
    }
}
