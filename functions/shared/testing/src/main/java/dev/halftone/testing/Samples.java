package dev.halftone.testing;

import dev.halftone.core.SigningKey;
import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.catalogue.Alias;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Economy;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.catalogue.ProviderTerms;
import dev.halftone.core.catalogue.Quota;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.Assignment;
import dev.halftone.core.generation.Costs;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.core.generation.Price;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.core.generation.Section;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.profile.Suggestions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Small valid values; the same number always makes the same value. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    public static final String PRICE_VERSION = "2026-11-01";
    public static final String POLICY_VERSION = "2026-11-01";
    public static final Duration ADDRESS_LIFE = Duration.ofDays(30);
    public static final String MODEL = "nano-banana-pro";
    public static final String VIDEO_MODEL = "veo-3.1";
    public static final String DIRECT_MODEL = "gpt-image-2.5";

    /** A cent at a provider. */
    public static final MicroDollars COST = new MicroDollars(10_000);

    /** Counted as two cents, and worth sixteen. */
    public static final Costs COSTS =
            new Costs(new MicroDollars(20_000), new MicroDollars(2_000), new MicroDollars(160_000));

    private Samples() {}

    public static Assignment assignment(String provider, boolean direct) {
        return new Assignment(provider, direct, COST);
    }

    public static UserId userId(int number) {
        return new UserId("usr_%032x".formatted(number));
    }

    public static AccountId accountId(int number) {
        return new AccountId("acc_%032x".formatted(number));
    }

    public static GenerationId generationId(int number) {
        return new GenerationId("gen_%032x".formatted(number));
    }

    /** The trace of the generation of the same number. */
    public static TraceId traceId(int number) {
        return new TraceId("7ace%028x".formatted(number));
    }

    public static Identity identity(int number) {
        return new Identity("https://accounts.google.com", "subject-" + number);
    }

    public static User user(int number) {
        return new User(
                userId(number),
                accountId(number),
                new Email("person" + number + "@example.org"),
                true,
                "Person " + number,
                null,
                NOW,
                null);
    }

    /** The signing key of tests: derived from a sentence, so no test needs a secret. */
    public static SigningKey signingKey() {
        byte[] bytes = "the signing key of every test, no secret".getBytes(StandardCharsets.UTF_8);
        return SigningKey.ofBase64(Base64.getEncoder().encodeToString(bytes));
    }

    public static Model model() {
        return new Model(
                MODEL,
                "Nano Banana Pro",
                "Sharp pictures, and text that can be read.",
                List.of(new AspectRatio(1, 1), new AspectRatio(16, 9)),
                new Offer.Images(
                        Map.of(Resolution.ONE_K, new Credits(4), Resolution.TWO_K, new Credits(6))),
                List.of(route("fal", "fal-ai/nano-banana-pro", MediaKind.IMAGE)),
                new Model.Limits(2000, Duration.ofSeconds(12), Duration.ofMinutes(10)),
                "An invisible mark.");
    }

    /** Makes films of four and eight seconds. */
    public static Model videoModel() {
        return new Model(
                VIDEO_MODEL,
                "Veo 3.1",
                "Films that follow the camera's instructions.",
                List.of(new AspectRatio(16, 9), new AspectRatio(9, 16)),
                new Offer.Videos(
                        Map.of(Resolution.P720, new Credits(2), Resolution.P1080, new Credits(3)),
                        List.of(Duration.ofSeconds(4), Duration.ofSeconds(8))),
                List.of(route("fal", "fal-ai/veo3.1", MediaKind.VIDEO)),
                new Model.Limits(2000, Duration.ofSeconds(90), Duration.ofMinutes(30)),
                null);
    }

    /** Of a provider that answers an order with the picture itself. */
    public static Model directModel() {
        return new Model(
                DIRECT_MODEL,
                "GPT Image 2.5",
                "Pictures with text in them.",
                List.of(new AspectRatio(1, 1), new AspectRatio(16, 9)),
                new Offer.Images(
                        Map.of(Resolution.ONE_K, new Credits(4), Resolution.TWO_K, new Credits(8))),
                List.of(route("openai", "gpt-image-2.5-flare", MediaKind.IMAGE)),
                new Model.Limits(2000, Duration.ofSeconds(40), Duration.ofMinutes(10)),
                null);
    }

    /** A way to every size of one kind, for a cent each. */
    public static Route route(String provider, String endpoint, MediaKind kind) {
        return new Route(
                provider,
                endpoint,
                Route.Sizing.RATIO_AND_RESOLUTION,
                Arrays.stream(Resolution.values())
                        .filter(size -> size.kind() == kind)
                        .collect(Collectors.toMap(size -> size, _ -> COST)),
                "Prompts are sent to " + provider + ".");
    }

    /** A provider that promises everything. */
    public static ProviderEntry provider(String name, boolean direct) {
        return new ProviderEntry(
                name,
                "By " + name,
                URI.create("https://" + name + ".example.org"),
                null,
                direct,
                null,
                new ProviderTerms(
                        ProviderTerms.Training.NEVER,
                        ProviderTerms.Tier.CONTRACT,
                        18,
                        URI.create("https://" + name + ".example.org/terms"),
                        LocalDate.ofInstant(NOW, ZoneOffset.UTC),
                        null));
    }

    public static Catalogue catalogue() {
        return catalogue(
                List.of(model(), videoModel(), directModel(), TextSamples.model()),
                List.of(new Alias("dall-e-3", DIRECT_MODEL, "DALL-E 3 has been ended.")));
    }

    /** Of the same providers. */
    public static Catalogue catalogue(List<Model> models, List<Alias> aliases) {
        return new Catalogue(
                PRICE_VERSION,
                models,
                aliases,
                Map.of(
                        "fal", provider("fal", false),
                        "openai", provider("openai", true),
                        "llm", TextSamples.provider("llm")),
                economy(),
                List.of());
    }

    /** A credit is four cents; a hundred dollars a day for one person, a thousand for all. */
    public static Economy economy() {
        return new Economy(
                new MicroDollars(40_000),
                Arrays.stream(MediaKind.values())
                        .collect(Collectors.toMap(kind -> kind, _ -> new MicroDollars(2_000))),
                new Ceilings(ceiling(100, 1_000), ceiling(1_000, 10_000)));
    }

    private static Ceiling ceiling(long dayDollars, long monthDollars) {
        return new Ceiling(
                new MicroDollars(dayDollars * 1_000_000),
                new MicroDollars(monthDollars * 1_000_000));
    }

    /** As much as no test has made. */
    private static final Plans PLANS =
            new Plans(Map.of("test", new Plan("test", new Quota(1_000, 10_000), Map.of())), "test");

    public static Profile profile() {
        return profile(catalogue());
    }

    /** The same service with another catalogue. */
    public static Profile profile(Catalogue catalogue) {
        return new Profile(
                "test",
                new Profile.Brand("Halftone", "Pictures, dot by dot"),
                18,
                POLICY_VERSION,
                ADDRESS_LIFE,
                new Credits(25),
                4,
                LateResults.DISCARD,
                new StorageQuota(1_000_000_000, 1_000),
                new Suggestions(Map.of(Section.STYLE, List.of("film noir", "watercolour"))),
                PLANS,
                null,
                SignInSamples.ways(),
                PaymentSamples.TERMS,
                catalogue);
    }

    public static GenerationRequest request() {
        return new GenerationRequest(
                MODEL, "A lighthouse at dusk", new AspectRatio(16, 9), Resolution.ONE_K, null);
    }

    /** Four seconds of film. */
    public static GenerationRequest videoRequest() {
        return new GenerationRequest(
                VIDEO_MODEL,
                "A lighthouse at dusk",
                new AspectRatio(16, 9),
                Resolution.P720,
                Duration.ofSeconds(4));
    }

    /** A new generation of the person of the same number, at the price of {@code credits}. */
    public static Generation generation(int number, int person, long credits) {
        return new Generation(
                generationId(number),
                userId(person),
                accountId(person),
                request(),
                new Price(new Credits(credits), PRICE_VERSION),
                NOW,
                NOW.plus(Duration.ofMinutes(10)),
                traceId(number),
                assignment("fal", false),
                COSTS);
    }

    /** One that its provider makes in one call. */
    public static Generation directGeneration(int number, int person, long credits) {
        return new Generation(
                generationId(number),
                userId(person),
                accountId(person),
                directRequest(),
                new Price(new Credits(credits), PRICE_VERSION),
                NOW,
                NOW.plus(Duration.ofMinutes(10)),
                traceId(number),
                assignment("openai", true),
                COSTS);
    }

    public static GenerationRequest directRequest() {
        return new GenerationRequest(
                DIRECT_MODEL,
                "A lighthouse at dusk",
                new AspectRatio(16, 9),
                Resolution.ONE_K,
                null);
    }

    /** Pays {@code generation} from {@code drawing}. */
    public static PendingTransfer transfer(Generation generation, Drawing drawing) {
        return new PendingTransfer(
                generation.id().transfer(),
                generation.account(),
                drawing,
                generation.price().version(),
                generation.trace(),
                generation.createdAt());
    }

    /** Welcome credits of the person of that number. */
    public static Grant welcome(int person, long credits) {
        return grant(accountId(person), BusinessKey.welcome(accountId(person)), credits, NOW);
    }

    /** A further grant, distinct by its number. */
    public static Grant grant(int person, int number, long credits) {
        return grant(
                accountId(person),
                new BusinessKey("gift:" + accountId(person) + ":" + number),
                credits,
                NOW.plusSeconds(number));
    }

    /** A pack that the person of that number bought, distinct by its own number. */
    public static Grant purchase(int person, int number, long credits) {
        return Grant.bought(
                accountId(person),
                new BusinessKey("order:" + accountId(person) + ":" + number),
                GrantSource.PURCHASE,
                new Credits(credits),
                new Cost(499, "EUR"),
                NOW.plusSeconds(number));
    }

    private static Grant grant(AccountId account, BusinessKey key, long credits, Instant at) {
        return new Grant(account, key, GrantSource.WELCOME, new Credits(credits), at);
    }

    public static ProviderRequest providerRequest(int number) {
        String id = "request-" + number;
        return new ProviderRequest(
                "fal", id, Map.of("status", "https://queue.fal.run/requests/" + id + "/status"));
    }

    public static ProviderMedia providerMedia(int number) {
        return new ProviderMedia(
                URI.create("https://fal.media/files/" + number + ".png"), "image/png");
    }

    /** A result as it was asked for. */
    public static Media media(Generation generation, int index) {
        return switch (generation.request().kind()) {
            case IMAGE -> picture(generation, index);
            case VIDEO -> film(generation, index);
            case TEXT -> TextSamples.media(generation, index);
        };
    }

    private static Media film(Generation generation, int index) {
        return new Media(
                ObjectKey.result(generation.owner(), generation.id(), index, MediaType.MP4),
                MediaType.MP4,
                new Dimensions(1280, 720),
                Duration.ofMillis(4042),
                1234,
                "0".repeat(64));
    }

    private static Media picture(Generation generation, int index) {
        return new Media(
                ObjectKey.result(generation.owner(), generation.id(), index, MediaType.PNG),
                MediaType.PNG,
                new Dimensions(1024, 576),
                null,
                null,
                1234,
                "0".repeat(64),
                "1".repeat(64));
    }
}
