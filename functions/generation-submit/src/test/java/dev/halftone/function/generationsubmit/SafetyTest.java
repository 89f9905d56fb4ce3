package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Admission;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.safety.Refusal;
import dev.halftone.core.safety.Verdict;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import dev.halftone.testing.ScriptedPromptCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people hear of the check that comes before everything that costs. */
class SafetyTest {
    private static final String UNSAFE = "A bomb, step by step " + ScriptedPromptCheck.UNSAFE;

    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);

    // Protects: who is refused hears by which rule.
    @Test
    void refusesWhatBreaksARule() {
        HttpAnswer answer = studio.call(saying(UNSAFE));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("prompt_refused");
        assertThat(answer.json().get("rule").asString()).isEqualTo(ScriptedPromptCheck.RULE);
        assertThat(answer.json().get("detail").asString()).doesNotContain("bomb");
    }

    // Protects: a refusal costs nobody anything, neither credits nor a call of a provider.
    @Test
    void reservesNothingAndWakesNobody() {
        studio.call(saying(UNSAFE));

        assertThat(ada.available()).isEqualTo(25);
        assertThat(studio.queue.sent()).isEmpty();
    }

    // Protects: a refusal can be explained later, and holds nothing of what was said.
    @Test
    void keepsTheRefusalWithoutTheWords() {
        studio.call(saying(UNSAFE));

        List<Refusal> kept = studio.refusals.of(Samples.userId(1));
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().verdict())
                .isEqualTo(
                        new Verdict(
                                ScriptedPromptCheck.RULE,
                                ScriptedPromptCheck.CHECKER,
                                studio.clock.instant()));
        assertThat(kept.toString()).doesNotContain("bomb");
    }

    // Protects: without an answer nothing is made, and nothing is charged.
    @Test
    void failsClosedWhenNobodyCanBeAsked() {
        HttpAnswer answer = studio.call(saying("A quay " + ScriptedPromptCheck.DOWN));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("safety_check_unavailable");
        assertThat(answer.header("retry-after")).isEqualTo("5");
        assertThat(ada.available()).isEqualTo(25);
        assertThat(studio.queue.sent()).isEmpty();
    }

    // Protects: the same request may be sent again, and is made once the check is back.
    @Test
    void takesTheSameRequestOnceTheCheckIsBack() {
        HttpEvent event = ada.submission();
        studio.check.fail();
        assertThat(studio.call(event).status()).isEqualTo(503);
        studio.check.recover();

        assertThat(studio.call(event).status()).isEqualTo(202);
    }

    // Protects: whatever was made, it can be said who judged its words, and when.
    @Test
    void keepsTheVerdictWithWhatIsMade() {
        HttpAnswer answer = studio.call(ada.submission());

        GenerationId id = new GenerationId(answer.json().get("id").asString());
        assertThat(studio.store.generations().find(id).orElseThrow().admission())
                .isEqualTo(
                        new Admission(
                                new Verdict(
                                        Verdict.PASSED,
                                        ScriptedPromptCheck.CHECKER,
                                        studio.clock.instant()),
                                null));
    }

    // Protects: what was accepted once is not judged again, nor told to anybody again.
    @Test
    void judgesARepeatNoMore() {
        HttpEvent event = ada.submission();
        studio.call(event);

        assertThat(studio.call(event).status()).isEqualTo(200);
        assertThat(studio.check.shown()).hasSize(1);
    }

    // Protects: words that cannot lead to anything are shown to nobody.
    @Test
    void showsNobodyTheWordsOfWhoCannotPay() {
        studio.spend(1, 25);

        assertThat(studio.call(saying(UNSAFE)).status()).isEqualTo(402);
        assertThat(studio.check.shown()).isEmpty();
    }

    // Protects: what is not wanted, and how it is to look, are words too.
    @Test
    void judgesDirectionsAndWhatIsNotWanted() {
        studio.call(ada.submission().bodyField("direction", UNSAFE));

        assertThat(studio.check.shown().getFirst().getFirst()).contains(UNSAFE);
    }

    // Protects: a brief for a language model is a prompt as any other.
    @Test
    void judgesBriefsForTexts() {
        assertThat(studio.call(ada.text().bodyField("prompt", UNSAFE)).status()).isEqualTo(422);
    }

    private HttpEvent saying(String prompt) {
        return ada.submission().bodyField("prompt", prompt);
    }
}
