package dev.halftone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.VerifiedPerson;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: a token is believed only if every rule holds, whichever way it came. Method: one table for
 * all kinds; a genuine token is changed so that it breaks one rule, and the outcome names that
 * rule.
 */
final class IdTokenTest {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final StubIssuer issuer = StubIssuer.start(clock);
    private final Browser browser = Browser.with(issuer, clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    static Stream<Arguments> badTokens() {
        return Arrays.stream(Door.values())
                .flatMap(door -> door.badTokens().map(bad -> Arguments.of(door, bad)));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void rejects(Door door, BadToken bad) throws JOSEException {
        assertThat(door.show(bad.forge(), issuer, clock))
                .isEqualTo(new VerifyOutcome.Refused(bad.expected()));
    }

    // The table proves rules only if its tokens are right but for one.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GITHUB")
    void believesWhatTheTableChanges(Door door) throws JOSEException {
        assertThat(door.show(StubIssuer::sign, issuer, clock))
                .isInstanceOfSatisfying(
                        VerifyOutcome.Genuine.class,
                        genuine ->
                                assertThat(genuine.person().identity().subject())
                                        .isEqualTo(Door.SUBJECT));
    }

    @Test
    void believesAGenuineToken() {
        assertThat(person(browser.signIn()))
                .isEqualTo(
                        new VerifiedPerson(
                                new Identity(issuer.issuer().toString(), "104200000000000000001"),
                                new Email("mira@example.org"),
                                true,
                                "Mira Holt",
                                "https://pictures.example.org/mira"));
    }

    @Test
    void allowsForClocksThatDifferALittle() {
        issuer.claims(
                claims ->
                        with(
                                with(claims, "iat", Samples.NOW.getEpochSecond() + 30),
                                "exp",
                                Samples.NOW.getEpochSecond() - 29));

        assertThat(browser.signIn()).isInstanceOf(CallbackOutcome.Verified.class);
    }

    @Test
    void acceptsASingleAudienceWrittenAsAListAndNoAuthorizedParty() {
        issuer.claims(
                claims -> with(with(claims, "aud", List.of(StubIssuer.CLIENT_ID)), "azp", null));

        assertThat(browser.signIn()).isInstanceOf(CallbackOutcome.Verified.class);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", "yes,false", ",false"})
    void readsVerifiedEmailStrictly(@Nullable String claim, boolean verified) {
        issuer.claims(claims -> with(claims, "email_verified", claim));

        assertThat(person(browser.signIn()).emailVerified()).isEqualTo(verified);
    }

    // Whoever shows no address may still be somebody we know.
    @ParameterizedTest
    @CsvSource({"' '", ","})
    void knowsAPersonWithoutAnAddress(@Nullable String claim) {
        issuer.claims(claims -> with(claims, "email", claim));

        VerifiedPerson person = person(browser.signIn());

        assertThat(person.email()).isNull();
        assertThat(person.emailVerified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1)",
        "http://pictures.example.org/mira",
        "//pictures.example.org/mira",
        "not an address"
    })
    void dropsAPictureThatNoPageShouldLoad(String picture) {
        issuer.claims(claims -> with(claims, "picture", picture));

        assertThat(person(browser.signIn()).picture()).isNull();
    }

    @Test
    void doesWithoutNameAndPicture() {
        issuer.claims(claims -> with(with(claims, "name", null), "picture", null));

        VerifiedPerson person = person(browser.signIn());

        assertThat(person.name()).isNull();
        assertThat(person.picture()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"https://accounts.google.com", "accounts.google.com"})
    void storesBothSpellingsOfGoogleAsOneIssuer(String spelling) throws ParseException {
        ClaimRules rules =
                new ClaimRules(
                        IssuerProfile.openId(
                                URI.create("https://accounts.google.com"), StubIssuer.CLIENT_ID),
                        clock);
        Map<String, Object> claims =
                Map.of(
                        "iss",
                        spelling,
                        "aud",
                        StubIssuer.CLIENT_ID,
                        "sub",
                        "7",
                        "nonce",
                        "nonce",
                        "email",
                        "mira@example.org",
                        "iat",
                        Samples.NOW.getEpochSecond(),
                        "exp",
                        Samples.NOW.getEpochSecond() + 60);

        VerifyOutcome outcome = rules.check(claims, new TokenUse("nonce", Purpose.SIGN_IN));

        assertThat(outcome)
                .isEqualTo(
                        new VerifyOutcome.Genuine(
                                new VerifiedPerson(
                                        new Identity("https://accounts.google.com", "7"),
                                        new Email("mira@example.org"),
                                        false,
                                        null,
                                        null),
                                Samples.NOW.plusSeconds(90)));
    }

    private static VerifiedPerson person(CallbackOutcome outcome) {
        if (outcome instanceof CallbackOutcome.Verified verified) {
            return verified.person();
        }
        throw new AssertionError("Nobody was verified: " + outcome);
    }

    private static Map<String, Object> with(
            Map<String, Object> claims, String name, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }
}
