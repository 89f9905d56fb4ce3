package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Loss;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Quote;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitTest {
    private static final long PRICE = 4;

    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);

    @Test
    void sendsWhatIsMadeInOneCallToAQueueOfItsOwn() {
        HttpAnswer answer = studio.call(ada.submissionOf(Samples.DIRECT_MODEL));

        assertThat(answer.status()).isEqualTo(202);
        GenerationId id = new GenerationId(answer.json().get("id").asString());
        Generation stored = studio.store.generations().find(id).orElseThrow();
        assertThat(stored.assignment().direct()).isTrue();
        assertThat(studio.queue.sent())
                .extracting(sent -> sent.item())
                .containsExactly(WorkItem.due(stored, WorkItem.Stage.DIRECT));
    }

    @Test
    void takesTheNameOfAnEndedModelForTheOneInItsPlace() {
        HttpEvent submission = ada.submissionOf("dall-e-3");

        HttpAnswer first = studio.call(submission);
        HttpAnswer repeated = studio.call(submission);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().get("model").asString()).isEqualTo(Samples.DIRECT_MODEL);
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.json().get("id")).isEqualTo(first.json().get("id"));
    }

    @Test
    void acceptsMakesCreditsPendingAndWakesTheProviderPoll() {
        HttpAnswer answer = studio.call(ada.submission());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("state").asString()).isEqualTo("accepted");
        assertThat(answer.json().get("credits").asLong()).isEqualTo(PRICE);
        assertThat(ada.available()).isEqualTo(25 - PRICE);
        GenerationId id = new GenerationId(answer.json().get("id").asString());
        Generation stored = studio.store.generations().find(id).orElseThrow();
        assertThat(studio.queue.sent())
                .extracting(sent -> sent.item())
                .containsExactly(WorkItem.due(stored, WorkItem.Stage.PROVIDER));
    }

    @Test
    void answersEveryMemberOfAGeneration() {
        assertThat(studio.call(ada.submission()).json().propertyNames())
                .containsExactly(
                        "id",
                        "state",
                        "kind",
                        "model",
                        "provider",
                        "prompt",
                        "project",
                        "aspectRatio",
                        "resolution",
                        "durationSeconds",
                        "settings",
                        "credits",
                        "priceVersion",
                        "createdAt",
                        "endedAt",
                        "typicalSeconds",
                        "queuePosition",
                        "cancelRequested",
                        "media",
                        "failure",
                        "refundedCredits",
                        "atProvider",
                        "traceId");
    }

    @Test
    void acceptsAFilmAtThePriceOfItsSeconds() {
        HttpAnswer answer = studio.call(ada.film());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("durationSeconds").asInt()).isEqualTo(4);
        assertThat(ada.available()).isEqualTo(25 - 8);
    }

    @Test
    void aQuoteHoldsForItsDurationOnly() {
        HttpAnswer answer = studio.call(ada.film().bodyField("durationSeconds", 8));

        assertThat(answer.code()).isEqualTo("quote_mismatch");
        assertThat(ada.available()).isEqualTo(25);
    }

    @Test
    void theSameKeyWithAnotherDurationIsAnotherRequest() {
        HttpEvent event = ada.film();
        studio.call(event);

        HttpAnswer answer = studio.call(event.bodyField("durationSeconds", 8));

        assertThat(answer.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void theSameKeyAndBodyIsTheSameGeneration() {
        HttpEvent event = ada.submission();
        HttpAnswer first = studio.call(event);

        HttpAnswer second = studio.call(event);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(ada.available()).isEqualTo(25 - PRICE);
    }

    @Test
    void aRepeatIsAnsweredThoughTheLastCreditIsSpentAndTheQuoteExpired() {
        Studio.Person poor = studio.person(2, PRICE);
        HttpEvent event = poor.submission();
        HttpAnswer first = studio.call(event);
        studio.clock.advance(Quote.LIFETIME);

        HttpAnswer second = studio.call(event);

        assertThat(poor.available()).isZero();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
    }

    @Test
    void aRepeatIsAnsweredThoughTheModelHasLeftTheCatalogue() {
        HttpEvent event = ada.submission();
        HttpAnswer first = studio.call(event);
        studio.deploy(offering(List.of()));

        HttpAnswer second = studio.call(event);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(studio.call(event.bodyField("prompt", "Another lighthouse")).code())
                .isEqualTo("idempotency_key_reused");
        assertThat(ada.available()).isEqualTo(25 - PRICE);
    }

    @Test
    void twoPeopleMayUseTheSameKey() {
        HttpAnswer hers = studio.call(ada.submission());
        HttpAnswer his = studio.call(studio.person(2, 25).submission());

        assertThat(his.status()).isEqualTo(202);
        assertThat(his.json().get("id")).isNotEqualTo(hers.json().get("id"));
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        HttpEvent event = ada.submission();
        studio.call(event);

        HttpAnswer answer = studio.call(event.bodyField("prompt", "Another lighthouse"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void saysWhatIsThereAndWhatIsNeeded() {
        HttpAnswer answer = studio.call(studio.person(2, 3).submission());

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.code()).isEqualTo("insufficient_credits");
        assertThat(answer.json().get("available").asLong()).isEqualTo(3);
        assertThat(answer.json().get("required").asLong()).isEqualTo(PRICE);
    }

    @Test
    void spendsNothingWhileAPaymentIsInDispute() {
        studio.store
                .corrections()
                .freeze(
                        Samples.accountId(1),
                        new FreezeCause("dispute:stripe:dp_1"),
                        studio.clock.instant());

        HttpAnswer answer = studio.call(ada.submission());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("account_frozen");
    }

    @Test
    void saysWhatIsOwedBeforeAnythingCanBeSpent() {
        studio.call(ada.submission());
        studio.store
                .corrections()
                .revoke(
                        new Revocation(
                                Samples.accountId(1),
                                Samples.welcome(1, 25).id(),
                                new Credits(25),
                                "refund",
                                studio.clock.instant()));

        HttpAnswer answer =
                studio.call(ada.submission().header("idempotency-key", "another-request-1"));

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.code()).isEqualTo("account_in_debt");
        assertThat(answer.json().get("debt").asLong()).isEqualTo(PRICE);
    }

    @Test
    void chargesTheQuoteThoughThePriceHasChangedSince() {
        HttpEvent event = ada.submission();
        studio.deploy(dearer());

        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("credits").asLong()).isEqualTo(PRICE);
        assertThat(answer.json().get("priceVersion").asString()).isEqualTo(Samples.PRICE_VERSION);
        assertThat(ada.available()).isEqualTo(25 - PRICE);
    }

    @Test
    void refusesAQuoteThatWasTamperedWith() {
        String quote = ada.quote();
        String tampered = (quote.startsWith("A") ? "B" : "A") + quote.substring(1);

        assertRefused(ada.event("submit").bodyField("quote", tampered), 409, "quote_mismatch");
    }

    @Test
    void refusesAQuoteOfAnotherUser() {
        String his = studio.person(2, 25).quote();

        assertRefused(ada.event("submit").bodyField("quote", his), 409, "quote_mismatch");
    }

    @Test
    void refusesAQuoteForOtherParameters() {
        assertRefused(ada.submission().bodyField("resolution", "2K"), 409, "quote_mismatch");
    }

    @Test
    void refusesAnExpiredQuote() {
        HttpEvent event = ada.submission();
        studio.clock.advance(Quote.LIFETIME);

        assertRefused(event, 409, "quote_expired");
    }

    @Test
    void refusesAnUnknownModel() {
        assertRefused(ada.submission().bodyField("model", "no-such"), 404, "unknown_model");
    }

    // Protects: who asks for what would lose us money hears why, and is charged nothing.
    @Test
    void refusesAModelThatIsNotOnOfferForNow() {
        HttpEvent event = ada.submission();
        studio.deploy(losing());

        assertRefused(event, 409, "model_unavailable");
        assertThat(studio.call(ada.event("quote")).code()).isEqualTo("model_unavailable");
    }

    @ParameterizedTest
    @CsvSource({
        "aspectRatio, 21:9, unsupported_aspect_ratio",
        "resolution, 8K, unsupported_resolution",
        "prompt, ' ', invalid_prompt"
    })
    void namesTheFieldThatIsWrong(String field, String value, String code) {
        HttpAnswer answer = studio.call(ada.submission().bodyField(field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }

    @Test
    void refusesABodyOfTenMegabytes() {
        HttpEvent event = ada.event("submit").bodyField("prompt", "x".repeat(10_000_000));

        assertRefused(event, 413, "body_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"model\":", "", "[]", "null", "{} {}", "{\"a\":1,\"a\":2}"})
    void refusesBrokenJson(String body) {
        assertRefused(ada.event("submit").body(body), 400, "malformed_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has a blank in it", "ümlautümlaut"})
    void refusesAKeyThatIsNone(String key) {
        assertRefused(
                ada.submission().header("idempotency-key", key), 400, "idempotency_key_required");
    }

    @Test
    void refusesToGoWithoutAKey() {
        assertRefused(
                ada.submission().withoutHeader("idempotency-key"), 400, "idempotency_key_required");
    }

    @Test
    void acceptsThoughTheQueueIsDown() {
        studio.queue.setBroken(true);

        assertThat(studio.call(ada.submission()).status()).isEqualTo(202);
    }

    /** What is paid and stored is accepted, whatever becomes of the message about it. */
    @Test
    void acceptsThoughThereIsNoQueue() {
        studio.queue.remove();

        assertThat(studio.call(ada.submission()).status()).isEqualTo(202);
    }

    private void assertRefused(HttpEvent event, int status, String code) {
        long before = ada.available();

        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(ada.available()).isEqualTo(before);
        assertThat(studio.queue.sent()).isEmpty();
    }

    private static Profile dearer() {
        Model model = Samples.model();
        Model dear =
                new Model(
                        model.id(),
                        model.name(),
                        model.description(),
                        model.aspectRatios(),
                        new Offer.Images(Map.of(Resolution.ONE_K, new Credits(20))),
                        model.routes(),
                        model.limits(),
                        model.marks());
        return offering(List.of(dear));
    }

    private static Profile losing() {
        Catalogue catalogue = Samples.catalogue();
        Loss loss = new Loss(Samples.MODEL, "fal", Resolution.ONE_K, null, new MicroDollars(-1));
        return Samples.profile(
                new Catalogue(
                        catalogue.priceVersion(),
                        List.of(),
                        List.of(),
                        catalogue.providers(),
                        catalogue.economy(),
                        List.of(loss)));
    }

    private static Profile offering(List<Model> models) {
        return Samples.profile(
                new Catalogue(
                        "2027-01-01",
                        models,
                        List.of(),
                        Samples.catalogue().providers(),
                        Samples.economy(),
                        List.of()));
    }
}
