package dev.halftone.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.lambda.HttpAnswer;
import dev.halftone.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: every function answers each of its events from nothing but its own zip. */
class EveryEventIT {
    private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

    /** The state of an HTTP answer, or the whole answer. */
    private static final Map<String, String> EXPECTED =
            Map.ofEntries(
                    Map.entry("checkout/one", "200"),
                    Map.entry("checkout/order", "201"),
                    Map.entry("checkout/orders", "200"),
                    Map.entry("checkout/portal", "409"),
                    Map.entry("checkout/products", "200"),
                    Map.entry("checkout/receipt", "409"),
                    Map.entry("generation-submit/batch-look", NO_FAILURES),
                    Map.entry("generation-submit/catalogue", "200"),
                    Map.entry("generation-submit/catalogue-cancel", "200"),
                    Map.entry("generation-submit/catalogue-pause", "200"),
                    Map.entry("generation-submit/catalogue-quote", "200"),
                    Map.entry("generation-submit/catalogue-result", "200"),
                    Map.entry("generation-submit/catalogue-resume", "200"),
                    Map.entry("generation-submit/catalogue-retry", "409"),
                    Map.entry("generation-submit/catalogue-start", "202"),
                    Map.entry("generation-submit/catalogue-upload", "201"),
                    Map.entry("generation-submit/catalogues", "200"),
                    Map.entry("generation-submit/cancel", "200"),
                    Map.entry("generation-submit/quote", "200"),
                    Map.entry("generation-submit/quote-video", "200"),
                    Map.entry("generation-submit/storyboard-plan", "202"),
                    Map.entry("generation-submit/storyboard-quote", "200"),
                    Map.entry("generation-submit/storyboard-shot", "202"),
                    Map.entry("generation-submit/submit", "202"),
                    Map.entry("generation-submit/submit-repeat", "200"),
                    Map.entry("generation-submit/submit-video", "202"),
                    Map.entry("generation-sweep/tick", "{}"),
                    Map.entry("ledger-seal/lines", NO_FAILURES),
                    Map.entry("ledger-seal/tick", "{}"),
                    Map.entry("media-intake/uploaded", NO_FAILURES),
                    Map.entry("payment-webhook/stripe-paid", "401"),
                    Map.entry("provider-poll/callback", NO_FAILURES),
                    Map.entry("provider-poll/cancel", NO_FAILURES),
                    Map.entry("provider-poll/delivery", NO_FAILURES),
                    Map.entry("provider-poll/submit-due", NO_FAILURES),
                    Map.entry("provider-poll/tick", "{}"),
                    Map.entry("provider-webhook/dream-machine-completed", "401"),
                    Map.entry("provider-webhook/fal-error", "200"),
                    Map.entry("provider-webhook/fal-ok", "200"),
                    Map.entry("provider-webhook/hedra-completed", "401"),
                    Map.entry("reconciliation/tick", "{}"),
                    Map.entry("sign-in/acceptance", "200"),
                    Map.entry("sign-in/callback", "302"),
                    Map.entry("sign-in/change", "200"),
                    Map.entry("sign-in/data", "200"),
                    Map.entry("sign-in/end-session", "404"),
                    Map.entry("sign-in/end-sessions", "204"),
                    Map.entry("sign-in/email", "202"),
                    Map.entry("sign-in/email-confirm", "422"),
                    Map.entry("sign-in/events", "200"),
                    Map.entry("sign-in/make-token", "201"),
                    Map.entry("sign-in/exchange", "401"),
                    Map.entry("sign-in/identities", "200"),
                    Map.entry("sign-in/me", "200"),
                    Map.entry("sign-in/one-tap", "401"),
                    Map.entry("sign-in/one-tap-prompt", "200"),
                    Map.entry("sign-in/options", "200"),
                    Map.entry("sign-in/revoke-token", "404"),
                    Map.entry("sign-in/sessions", "200"),
                    Map.entry("sign-in/report-minor", "202"),
                    Map.entry("sign-in/sign-out", "204"),
                    Map.entry("sign-in/start", "302"),
                    Map.entry("sign-in/tokens", "200"),
                    Map.entry("sign-in/unlink", "404"),
                    Map.entry("site/asset", "200"),
                    Map.entry("site/index", "200"),
                    Map.entry("site/unknown", "404"),
                    Map.entry("studio/account", "200"),
                    Map.entry("studio/generation", "200"),
                    Map.entry("studio/timeline", "200"),
                    Map.entry("studio/rates", "200"),
                    Map.entry("studio/history", "200"),
                    Map.entry("studio/media", "302"),
                    Map.entry("studio/models", "200"),
                    Map.entry("studio/proof", "200"),
                    Map.entry("studio/roots", "200"),
                    Map.entry("studio/verify", "200"),
                    Map.entry("studio/project-create", "201"),
                    Map.entry("studio/project-change", "204"),
                    Map.entry("studio/projects", "200"),
                    Map.entry("studio/file", "204"),
                    Map.entry("studio/share", "200"),
                    Map.entry("studio/shared", "200"),
                    Map.entry("studio/follow", "302"),
                    Map.entry("studio/unshare", "204"),
                    Map.entry("studio/brief-create", "201"),
                    Map.entry("studio/brief-rewrite", "200"),
                    Map.entry("studio/brief", "200"),
                    Map.entry("studio/briefs", "200"),
                    Map.entry("studio/brief-delete", "204"),
                    Map.entry("studio/storyboards", "200"),
                    Map.entry("studio/storyboard", "200"),
                    Map.entry("studio/storyboard-edit", "200"),
                    Map.entry("studio/storyboard-delete", "204"),
                    Map.entry("studio/pack", "200"),
                    Map.entry("studio/archive", "302"),
                    Map.entry("studio/remove", "204"),
                    Map.entry("studio/project-delete", "200"),
                    Map.entry("studio/statement", "200"),
                    Map.entry("studio/statement-csv", "200"),
                    Map.entry("uploads/announce", "201"),
                    Map.entry("uploads/complete", "202"),
                    Map.entry("uploads/from-url", "202"),
                    Map.entry("uploads/list", "200"),
                    Map.entry("uploads/media", "302"),
                    Map.entry("uploads/one", "200"),
                    Map.entry("uploads/remove", "204"),
                    Map.entry("uploads/thumbnail", "302"),
                    Map.entry("url-fetch/address", NO_FAILURES));

    private final Map<String, JsonNode> answers = PackagedStudio.get().visit().answers();

    static Stream<String> events() throws IOException {
        Path events = Template.repository().resolve("events");
        try (Stream<Path> files = Files.walk(events)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .map(file -> events.relativize(file).toString().replace(".json", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void answersTheEvent(String event) {
        assertThat(EXPECTED).containsKey(event);
        assertThat(answers).containsKey(event);
        assertThat(summary(Known.in(answers, event)))
                .as("%s", Known.in(answers, event))
                .isEqualTo(EXPECTED.get(event));
    }

    @Test
    void everyFunctionHasAnEvent() {
        assertThat(answers.keySet().stream().map(event -> event.split("/", 2)[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(PackagedStudio.get().functions());
    }

    // The events were not only survived: together they made a picture and gave credits back.
    @Test
    void deliversThePictureAndReturnsTheCreditsOfTheOthers() {
        JsonNode generation = new HttpAnswer(Known.in(answers, "studio/generation")).json();
        JsonNode history = new HttpAnswer(Known.in(answers, "studio/history")).json().get("items");

        assertThat(generation.get("state").asString()).isEqualTo("succeeded");
        Map<String, Integer> states = new TreeMap<>();
        history.forEach(each -> states.merge(each.get("state").asString(), 1, Integer::sum));
        assertThat(states).isEqualTo(Map.of("succeeded", 1, "failed", 1, "cancelled", 2));
    }

    private static String summary(JsonNode answer) {
        return answer.has("statusCode")
                ? answer.get("statusCode").asString()
                : JsonMapper.shared().writeValueAsString(answer);
    }
}
