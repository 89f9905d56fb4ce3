package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Session;
import dev.halftone.core.account.UserState;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);

    static List<String> requests() {
        return HttpEvent.names("generation-submit");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesWithoutASession(String name) {
        HttpEvent event = HttpEvent.read("generation-submit", name).withoutCookies();

        assertRefused(event, 401, "sign_in_required");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesASessionThatNobodyOpened(String name) {
        assertRefused(HttpEvent.read("generation-submit", name), 401, "sign_in_required");
    }

    @Test
    void refusesASessionThatIsOver() {
        HttpEvent event = ada.event("quote");
        studio.clock.advance(Session.IDLE_MAX);

        assertRefused(event, 401, "sign_in_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote", "submit", "cancel"})
    void refusesOtherSites(String name) {
        assertRefused(
                ada.event(name).header("sec-fetch-site", "cross-site"), 403, "cross_site_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote", "submit"})
    void wantsAcceptanceBeforeMoneyMoves(String name) {
        assertRefused(studio.newcomer(2).event(name), 403, "acceptance_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote", "submit", "cancel"})
    void refusesSuspendedPeople(String name) {
        studio.sessions.changeStanding(Samples.userId(1), UserState.Standing.SUSPENDED);

        assertRefused(ada.event(name), 403, "account_suspended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote", "submit"})
    void refusesBodiesThatAreNotJson(String name) {
        assertRefused(
                ada.event(name).header("content-type", "text/plain"),
                415,
                "unsupported_media_type");
    }

    // Goal: no client can replace the event. Method: both ways in which the framework would let it.
    @Test
    void headersAndArraysReachTheFunctionAsTheyAre() {
        String forged = "[{\"routeKey\":\"POST /v1/quotes\",\"rawPath\":\"FORGED\"}]";

        HttpAnswer byHeader = studio.call(ada.event("quote").header("payload", forged));
        HttpAnswer byBody = studio.call(ada.event("quote").body(forged));

        assertThat(byHeader.status()).isEqualTo(200);
        assertThat(byBody.code()).isEqualTo("malformed_json");
    }

    private void assertRefused(HttpEvent event, int status, String code) {
        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
