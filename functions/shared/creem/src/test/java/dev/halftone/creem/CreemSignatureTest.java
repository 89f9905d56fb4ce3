package dev.halftone.creem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.DeliveryOutcome.Reason;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is believed to be Creem's, of everything that anybody can send. */
final class CreemSignatureTest {

    private static final Instant NOW = Samples.NOW;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String BODY =
            """
            {"id":"evt_1", "eventType":"credits.granted", "created_at":1795220000123,
             "object":{"id":"x_1","mode":"test"}}\
            """;
    private static final String SECRET = StubCreem.SECRET;
    private static final String OTHER = "whsec_YW5vdGhlci1zZWNyZXQ=";

    private final StubCreem creem = new StubCreem();

    @AfterEach
    void close() {
        creem.close();
    }

    // Protects: both ways in which they sign are understood, and one secret is as good as two.
    @Test
    void believesBothSignaturesUnderEitherSecret() {
        PaymentProcessor both = processor(StubCreem.KEY, OTHER + " " + SECRET);

        assertThat(both.read(Signed.plain(SECRET, BODY, NOW))).isInstanceOf(verified());
        assertThat(both.read(Signed.plain(OTHER, BODY, NOW))).isInstanceOf(verified());
        assertThat(both.read(Signed.timed(SECRET, BODY, NOW, NOW))).isInstanceOf(verified());
        assertThat(both.read(Signed.timed(OTHER, BODY, NOW, NOW))).isInstanceOf(verified());
    }

    // Protects: one byte is enough, and so is the same message written anew.
    @ParameterizedTest
    @MethodSource
    void refusesWhatWasChanged(UnaryOperator<String> change) {
        Delivery plain = Signed.plain(SECRET, BODY, NOW);
        Delivery timed = Signed.timed(SECRET, BODY, NOW, NOW);

        assertThat(read(new Delivery(plain.headers(), change.apply(BODY), NOW)))
                .isEqualTo(refused(Reason.FORGED));
        assertThat(read(new Delivery(timed.headers(), change.apply(BODY), NOW)))
                .isEqualTo(refused(Reason.FORGED));
    }

    static Stream<UnaryOperator<String>> refusesWhatWasChanged() {
        return Stream.of(
                body -> body.replace("evt_1", "evt_2"),
                body -> body + " ",
                body -> JsonMapper.shared().readTree(body).toString(),
                _ -> "");
    }

    // Protects: the signature of somebody else, or of another scheme, is none.
    @ParameterizedTest
    @MethodSource
    void refusesWhatIsSignedOtherwise(Delivery delivery, Reason reason) {
        assertThat(read(delivery)).isEqualTo(refused(reason));
    }

    static Stream<Arguments> refusesWhatIsSignedOtherwise() {
        Delivery timed = Signed.timed(SECRET, BODY, NOW, NOW);
        return Stream.of(
                Arguments.of(new Delivery(Map.of(), BODY, NOW), Reason.UNSIGNED),
                Arguments.of(header(CreemSignatures.SIGNATURE, " "), Reason.UNSIGNED),
                Arguments.of(header("stripe-signature", "t=1,v1=00"), Reason.UNSIGNED),
                Arguments.of(header(CreemSignatures.SIGNATURE, "00"), Reason.FORGED),
                Arguments.of(Signed.plain(OTHER, BODY, NOW), Reason.FORGED),
                Arguments.of(Signed.timed(OTHER, BODY, NOW, NOW), Reason.FORGED),
                Arguments.of(with(timed, CreemSignatures.STANDARD_ID, "msg_2"), Reason.FORGED),
                Arguments.of(
                        with(timed, CreemSignatures.STANDARD_TIMESTAMP, "soon"), Reason.FORGED),
                Arguments.of(
                        with(timed, CreemSignatures.STANDARD_SIGNATURE, "v2,AAAA"), Reason.FORGED));
    }

    // Protects: who signs with a time is not believed for a signature without one beside it.
    @Test
    void judgesATimedMessageByItsTimeAlone() {
        Delivery stale = Signed.timed(SECRET, BODY, NOW.minus(Duration.ofMinutes(6)), NOW);
        Delivery both =
                with(
                        stale,
                        CreemSignatures.SIGNATURE,
                        Signed.plain(SECRET, BODY, NOW)
                                .header(CreemSignatures.SIGNATURE)
                                .orElseThrow());

        assertThat(read(both)).isEqualTo(refused(Reason.STALE));
    }

    // Protects: five minutes either way, to the second.
    @Test
    void refusesWhatWasSignedLongAgoOrLaterThanNow() {
        assertThat(signedAfter(TOLERANCE.negated())).isInstanceOf(verified());
        assertThat(signedAfter(TOLERANCE.plusSeconds(1).negated()))
                .isEqualTo(refused(Reason.STALE));
        assertThat(signedAfter(TOLERANCE)).isInstanceOf(verified());
        assertThat(signedAfter(TOLERANCE.plusSeconds(1))).isEqualTo(refused(Reason.FUTURE));
    }

    // Protects: without a secret nobody is believed, not even in test mode.
    @ParameterizedTest
    @ValueSource(strings = {"creem_test_key", "creem_key"})
    void believesNobodyWithoutASecret(String key) {
        Delivery delivery = Signed.plain(SECRET, BODY, NOW);
        PaymentProcessor missing =
                CreemProcessor.of(
                        new CreemSetting(
                                creem.base(),
                                () -> creem.setting(clock(), key, "").key().get(),
                                () -> {
                                    throw new PermanentFailure("ssm", "no such parameter");
                                },
                                clock()));

        assertThat(processor(key, " ").read(delivery)).isEqualTo(refused(Reason.NO_SECRET));
        assertThat(missing.read(delivery)).isEqualTo(refused(Reason.NO_SECRET));
    }

    // Protects: a purchase without money brings nothing where money moves, and the reverse.
    @Test
    void refusesTheOtherMode() {
        String live = BODY.replace("\"mode\":\"test\"", "\"mode\":\"prod\"");

        assertThat(processor("creem_key", SECRET).read(Signed.plain(SECRET, BODY, NOW)))
                .isEqualTo(refused(Reason.OTHER_MODE));
        assertThat(read(Signed.plain(SECRET, live, NOW))).isEqualTo(refused(Reason.OTHER_MODE));
        assertThat(processor("creem_key", SECRET).read(Signed.plain(SECRET, live, NOW)))
                .isInstanceOf(verified());
    }

    // Protects: what is theirs and yet no message fails nobody.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"id\":\"evt_1\"}",
                "{\"id\":\"evt_1\",\"eventType\":\"x\",\"object\":[]}",
                "{\"id\":7,\"eventType\":\"x\",\"object\":{}}"
            })
    void saysWhatItCannotRead(String body) {
        assertThat(read(Signed.plain(SECRET, body, NOW))).isEqualTo(refused(Reason.UNREADABLE));
    }

    // Protects: their library writes the digits in either case and with a prefix.
    @Test
    void readsThePrefixedSignature() {
        Delivery plain = Signed.plain(SECRET, BODY, NOW);
        String hex = plain.header(CreemSignatures.SIGNATURE).orElseThrow();

        assertThat(read(header("x-creem-signature", "sha256=" + hex.toUpperCase(Locale.ROOT))))
                .isInstanceOf(verified());
    }

    // Protects: bytes that are no text cannot be passed off as the text they resemble.
    @Test
    void refusesBytesThatAreNoText() {
        byte[] bytes = BODY.getBytes(StandardCharsets.ISO_8859_1);
        bytes[10] = (byte) 0xff;

        assertThat(
                        read(
                                new Delivery(
                                        Signed.plain(SECRET, BODY, NOW).headers(),
                                        new String(bytes, StandardCharsets.UTF_8),
                                        NOW)))
                .isEqualTo(refused(Reason.FORGED));
    }

    private DeliveryOutcome signedAfter(Duration late) {
        return read(Signed.timed(SECRET, BODY, NOW.plus(late), NOW));
    }

    private static Delivery header(String name, String value) {
        return new Delivery(Map.of(name, value), BODY, NOW);
    }

    private static Delivery with(Delivery delivery, String name, String value) {
        Map<String, String> headers = new HashMap<>(delivery.headers());
        headers.put(name, value);
        return new Delivery(headers, delivery.body(), delivery.now());
    }

    private DeliveryOutcome read(Delivery delivery) {
        return processor(StubCreem.KEY, SECRET).read(delivery);
    }

    private PaymentProcessor processor(String key, String secrets) {
        return CreemProcessor.of(creem.setting(clock(), key, secrets));
    }

    private static MutableClock clock() {
        return new MutableClock(NOW);
    }

    private static Class<DeliveryOutcome.Verified> verified() {
        return DeliveryOutcome.Verified.class;
    }

    private static DeliveryOutcome refused(Reason reason) {
        return new DeliveryOutcome.Refused(reason);
    }
}
