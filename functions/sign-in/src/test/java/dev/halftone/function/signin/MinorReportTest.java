package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Email;
import dev.halftone.core.mail.Letter;
import dev.halftone.core.privacy.PrivacyRequest;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.RecordingMail;
import dev.halftone.testing.Samples;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal: that a child has an account can be said by anybody, is kept, and reaches who must act. */
final class MinorReportTest {

    private Deployment deployment;

    @BeforeEach
    void deploy() {
        deployment = Deployment.local();
    }

    @AfterEach
    void undeploy() {
        deployment.close();
    }

    @Test
    void becomesARequestForErasureThatGoesFirst() {
        HttpAnswer answer = deployment.browser().send(BrowserAt.event("report-minor"));

        assertThat(answer.status()).isEqualTo(202);
        PrivacyRequest request =
                deployment.requests.find(answer.json().get("receipt").asString()).orElseThrow();
        assertThat(request.kind()).isEqualTo(PrivacyRequest.Kind.ERASURE);
        assertThat(request.expedited()).isTrue();
        assertThat(request.about()).isEqualTo("child@example.org");
        assertThat(request.contact()).isEqualTo("parent@example.org");
        assertThat(request.deadline())
                .isEqualTo(Samples.NOW.plus(PrivacyRequest.EXPEDITED_MAX))
                .isEqualTo(answer.json().get("deadline").asString());
    }

    // What is said of a child is not mailed around: the letter has the receipt alone.
    @Test
    void reachesTheOperatorWithoutWhatWasSaid() {
        HttpAnswer answer = deployment.browser().send(BrowserAt.event("report-minor"));

        RecordingMail.Sent letter = deployment.mail.sent().getFirst();
        assertThat(letter.to()).isEqualTo(new Email(Deployment.OPERATOR));
        assertThat(letter.letter())
                .isEqualTo(
                        new Letter.MinorReported(
                                answer.json().get("receipt").asString(),
                                LocalDate.of(2026, 11, 9)));
    }

    @Test
    void isKeptEvenIfNobodyTakesLetters() {
        deployment.mail.fail(new TransientFailure("ses", "no answer"));

        assertThat(deployment.browser().send(BrowserAt.event("report-minor")).status())
                .isEqualTo(202);
        assertThat(deployment.requests.count()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"about, 255", "contact, 255", "text, 2001", "about, 0"})
    void isBounded(String field, int length) {
        HttpAnswer answer =
                deployment
                        .browser()
                        .send(BrowserAt.event("report-minor").bodyField(field, "a".repeat(length)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
        assertThat(deployment.requests.count()).isZero();
    }

    @Test
    void isNotSomethingThatAnotherSiteCanDo() {
        HttpAnswer answer =
                deployment
                        .browser()
                        .send(
                                BrowserAt.event("report-minor")
                                        .header("sec-fetch-site", "cross-site"));

        assertThat(answer.status()).isEqualTo(403);
    }
}
