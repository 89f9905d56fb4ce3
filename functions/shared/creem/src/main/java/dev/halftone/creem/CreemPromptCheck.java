package dev.halftone.creem;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.safety.PromptCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Asks Creem whether words may be worked on, which it wants of whoever sells generated pictures by
 * it (https://docs.creem.io/features/moderation). What it merely flags is refused too, as it
 * recommends; whatever is not a clear answer lets nothing through. It is told the words and not
 * whose they are.
 */
public final class CreemPromptCheck implements PromptCheck {

    private static final String CHECKER = CreemProtocol.NAME + "/moderation";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final CreemHttp http;

    private CreemPromptCheck(CreemHttp http) {
        this.http = http;
    }

    /** Composes it; nothing is called and no secret is read before the first question. */
    public static PromptCheck of(CreemSetting setting) {
        return of(setting, CreemProtocol.JUDGEMENT);
    }

    static PromptCheck of(CreemSetting setting, Duration patience) {
        return new CreemPromptCheck(new CreemHttp(setting, patience));
    }

    @Override
    public Outcome check(List<String> words) {
        try {
            return outcome(
                    http.post(
                            CreemProtocol.MODERATION,
                            Map.of("prompt", String.join("\n\n", words))));
        } catch (DependencyFailure e) {
            return new Outcome.Unavailable(RETRY_AFTER, "not asked, for want of " + e.dependency());
        }
    }

    private static Outcome outcome(CreemAnswer answer) {
        return switch (answer) {
            case CreemAnswer.Lost(String detail) -> unavailable(detail);
            case CreemAnswer.Received received when !received.isSuccess() ->
                    unavailable("answered " + received.code());
            case CreemAnswer.Received received ->
                    decision(
                            received.body()
                                    .flatMap(body -> body.text("decision"))
                                    .orElse("nothing"));
        };
    }

    private static Outcome decision(String decision) {
        return switch (decision) {
            case "allow" -> new Outcome.Passed(CHECKER);
            case "flag", "deny" -> new Outcome.Refused("creem/" + decision, CHECKER);
            default -> unavailable("decided neither way");
        };
    }

    private static Outcome unavailable(String detail) {
        return new Outcome.Unavailable(RETRY_AFTER, CreemProtocol.NAME + ": " + detail);
    }
}
