package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.Blame;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.ProviderOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: whatever a provider that answers with the picture itself says, or fails to say, its
 * adapter knows what that means for the work and for the money, and never says more than it knows.
 *
 * <p>A new provider extends this class and plays each answer in its own words.
 */
public abstract class DirectProviderContract {

    /** The secret that the provider under test must use, and must never repeat. */
    protected static final String KEY = "key-secret";

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final long BYTES_MAX = 3_000_000;
    private static final Set<Answer> NEVER_ENDING = EnumSet.of(Answer.SILENT, Answer.DRIPPING);
    // More than every buffer on the way, so that it has to be streamed.
    private static final byte[] PICTURE = new byte[2_000_000];

    static {
        new Random(1).nextBytes(PICTURE);
    }

    protected final ScriptedServer server = new ScriptedServer();
    private DirectProvider provider;

    @TempDir private Path folder;

    /** What the provider's server says to an order. */
    public enum Answer {
        MADE,
        BUSY_FOR_SEVEN_SECONDS,
        /** Out of service before it looked at the order. */
        OUT_OF_SERVICE,
        /** Something broke inside. */
        BROKEN,
        /** Its rules do not allow what is asked for. */
        MODERATED,
        /** Its rules do not allow what it made. */
        RESULT_MODERATED,
        INPUT_REFUSED,
        KEY_REFUSED,
        MODEL_RETIRED,
        /** A success without a picture. */
        EMPTY,
        /** A success whose picture is no file. */
        NO_BASE64,
        UNREADABLE,
        CUT_SHORT,
        /** It never stops sending. */
        ENDLESS,
        /** Nor does an answer that is a failure. */
        ENDLESS_FAILURE,
        /** It sends a little now and then, for ever. */
        DRIPPING,
        /** The connection dies after the order was sent. */
        LOST,
        /** Nothing comes. */
        SILENT
    }

    /** The provider under test, on this server. */
    protected abstract DirectProvider provider(
            ScriptedServer at, Duration callTimeout, Supplier<SecretText> key);

    /** An order of a picture of 1K, 16:9, or of whatever the provider makes. */
    protected abstract ProviderOrder order();

    /**
     * Answers orders so.
     *
     * @param picture in base64
     */
    protected abstract void onOrder(Answer answer, String picture);

    /** An endpoint that others have. */
    protected String foreignEndpoint() {
        return "fal-ai/flux/dev";
    }

    /** What {@link Answer#MADE} brings. */
    protected byte[] result() {
        return PICTURE.clone();
    }

    /** What {@link Answer#MADE} tells of the bill. */
    protected abstract Usage usage();

    /** The key as the last call showed it. */
    protected abstract String shownKey();

    @BeforeEach
    void isThere() {
        provider = provider(server, PATIENT, () -> new SecretText(KEY));
        onOrder(Answer.MADE, Base64.getEncoder().encodeToString(PICTURE));
    }

    @AfterEach
    void close() {
        server.close();
    }

    // Whoever orders the same again gets the same made, and can prove what was asked for.
    @Test
    void putsTheSameOrderInTheSameBytes() {
        Payloads.requireTheSame(server, this::give, List.of(full(), full()));
    }

    @Test
    void tellsEverythingThatIsAskedForAndKeepsTheOrderOfFiles() {
        give(full());

        Payloads.requireInOrder(server, full());
    }

    // They are for the person who wrote them, and for nobody else.
    @Test
    void isNotToldTheWordsThatAPromptWasWrittenOf() {
        give(full());

        Payloads.requireUntold(server, Orders.ORIGINAL);
    }

    // None of these models heeds it, so that none of them may be declared to.
    @Test
    void tellsNobodyWhatIsNotWanted() {
        give(full());

        Payloads.requireUntold(server, Orders.NOT_WANTED);
    }

    private void give(ProviderOrder order) {
        provider.call().make(order, folder.resolve("given"), BYTES_MAX);
    }

    /** What can be asked for beside words; a text has nothing of it. */
    protected ProviderOrder full() {
        return Orders.full(order(), folder, InputRole.IMAGE);
    }

    @Test
    void bringsTheResultAndTheBill() {
        assertThat(make())
                .isInstanceOfSatisfying(
                        Outcome.Made.class,
                        made -> {
                            assertThat(made.usage()).isEqualTo(usage());
                            assertThat(made.request().provider()).isEqualTo(provider.name());
                            assertThat(Results.isRequestId(made.request().id())).isTrue();
                        });
        assertThat(target()).hasBinaryContent(result());
        assertThat(shownKey()).isEqualTo(KEY);
    }

    // An order to an endpoint that it does not know would be charged for, and made by nobody.
    @Test
    void knowsWhichEndpointsItCanOrderFrom() {
        assertThat(provider.endpoints().offers(order().route().endpoint())).isTrue();
        assertThat(provider.endpoints().offers(foreignEndpoint())).isFalse();
    }

    @Test
    void refusesAResultThatIsLargerThanAnythingStored() {
        assertThat(provider.call().make(order(), target(), result().length - 1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(FailureReason.INVALID_RESULT));
    }

    /** A retry after a timeout could be billed twice, and nobody here knows whether it would. */
    @Test
    void callsOnceWhateverComes() {
        for (Answer answer : Answer.values()) {
            if (!NEVER_ENDING.contains(answer)) {
                int before = orders();
                make(answer);
                assertThat(orders()).as("%s", answer).isEqualTo(before + 1);
            }
        }
    }

    @Test
    void waitsAsLongAsABusyProviderAsks() {
        assertThat(make(Answer.BUSY_FOR_SEVEN_SECONDS))
                .isInstanceOfSatisfying(
                        Outcome.Postponed.class,
                        postponed ->
                                assertThat(postponed.retryAfter())
                                        .isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void postponesWhatWasSurelyNotBegun() {
        assertThat(make(Answer.OUT_OF_SERVICE)).isInstanceOf(Outcome.Postponed.class);
        try (ScriptedServer gone = new ScriptedServer()) {
            provider = provider(gone, PATIENT, () -> new SecretText(KEY));
        }
        assertThat(make()).isInstanceOf(Outcome.Postponed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.class,
            names = {
                "BROKEN",
                "ENDLESS_FAILURE",
                "UNREADABLE",
                "NO_BASE64",
                "CUT_SHORT",
                "LOST",
                "DRIPPING",
                "SILENT"
            })
    void doesNotKnowWhatBecameOfAnOrderWithoutAWholeAnswer(Answer answer) {
        assertThat(make(answer)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void tellsApartWhyNothingWillBeMade() {
        assertThat(refusal(Answer.MODERATED)).isEqualTo(FailureReason.MODERATION);
        assertThat(refusal(Answer.INPUT_REFUSED)).isEqualTo(FailureReason.INVALID_REQUEST);
        assertThat(refusal(Answer.EMPTY)).isEqualTo(FailureReason.INVALID_RESULT);
        assertThat(refusal(Answer.ENDLESS)).isEqualTo(FailureReason.INVALID_RESULT);
    }

    // Protects: who is refused learns whether other words may help, or another try.
    @Test
    void saysWhetherTheRulesRefusedThePromptOrWhatWasMade() {
        assertThat(refusal(Answer.RESULT_MODERATED)).isEqualTo(FailureReason.MODERATION);
        assertThat(objection(Answer.MODERATED))
                .isEqualTo(Objection.toPrompt(rule(Objection.Side.PROMPT)));
        assertThat(objection(Answer.RESULT_MODERATED))
                .isEqualTo(Objection.toResult(rule(Objection.Side.RESULT)));
    }

    private @Nullable Objection objection(Answer answer) {
        return ((Outcome.Refused) make(answer)).objection();
    }

    /** Its own name for the rule of such a refusal. */
    protected abstract String rule(Objection.Side side);

    /** An operator has to look, and has to see at what. */
    @Test
    void namesTheModelThatIsNotOfferedAnyMoreAndTheKeyThatIsNotAccepted() {
        assertThat(refusal(Answer.MODEL_RETIRED)).isEqualTo(FailureReason.PROVIDER_ERROR);
        assertThat(detail(Answer.MODEL_RETIRED)).contains(order().route().endpoint());
        assertThat(refusal(Answer.KEY_REFUSED)).isEqualTo(FailureReason.PROVIDER_ERROR);
        assertThat(((Outcome.Refused) make(Answer.KEY_REFUSED)).blame()).isEqualTo(Blame.KEY);
        assertThat(detail(Answer.KEY_REFUSED)).contains(provider.name(), "not accepted");
    }

    @Test
    void asksNobodyWithoutAKeyAndNamesWhatIsMissing() {
        provider =
                provider(
                        server,
                        PATIENT,
                        () -> {
                            throw new PermanentFailure("ssm", "no parameter /halftone/test/key");
                        });

        assertThat(make()).isEqualTo(Outcome.Refused.key("ssm: no parameter /halftone/test/key"));
        assertThat(server.calls()).isEmpty();
    }

    /** A parameter that was made and never filled. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void asksNobodyWithAKeyThatIsNone(String none) {
        provider = provider(server, PATIENT, () -> new SecretText(none));

        assertThat(make())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(FailureReason.PROVIDER_ERROR);
                            assertThat(refused.detail()).startsWith(provider.name() + ": the ");
                        });
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void waitsForAKeyThatCannotBeReadNow() {
        provider =
                provider(
                        server,
                        PATIENT,
                        () -> {
                            throw new TransientFailure("ssm", "no answer");
                        });

        assertThat(make()).isInstanceOf(Outcome.Postponed.class);
    }

    @ParameterizedTest
    @EnumSource(Answer.class)
    void neverRepeatsTheKeyOrThePrompt(Answer answer) {
        assertThat(make(answer).toString())
                .doesNotContain(KEY)
                .doesNotContain(order().request().prompt());
    }

    /** Orders among all calls: some providers are asked for a token before. */
    private int orders() {
        return (int)
                server.calls().stream()
                        .filter(call -> call.body().contains(order().request().prompt()))
                        .count();
    }

    private Path target() {
        return folder.resolve("target");
    }

    private Outcome make() {
        return provider.call().make(order(), target(), BYTES_MAX);
    }

    private Outcome make(Answer answer) {
        // Only what never comes may be awaited for a short time: a slow machine answers late.
        provider =
                provider(
                        server,
                        NEVER_ENDING.contains(answer) ? SHORT : PATIENT,
                        () -> new SecretText(KEY));
        onOrder(answer, Base64.getEncoder().encodeToString(PICTURE));
        return make();
    }

    private FailureReason refusal(Answer answer) {
        return ((Outcome.Refused) make(answer)).reason();
    }

    private String detail(Answer answer) {
        return ((Outcome.Refused) make(answer)).detail();
    }

    /** The order of the samples for a model of the provider under test. */
    protected static ProviderOrder order(String provider, String endpoint) {
        return Orders.picture(provider, endpoint);
    }
}
