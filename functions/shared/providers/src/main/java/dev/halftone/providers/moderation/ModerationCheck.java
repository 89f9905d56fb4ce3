package dev.halftone.providers.moderation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.safety.PromptCheck;
import dev.halftone.core.safety.Verdict;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.RetryAfter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a moderation endpoint. Whatever is not a whole answer to the question is none: words are
 * never let through because something could not be read.
 */
public final class ModerationCheck implements PromptCheck {

    /** The name under which a profile refers to it. */
    public static final String NAME = ModerationProtocol.NAME;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration MISCONFIGURED_RETRY_AFTER = Duration.ofSeconds(60);

    private final ProviderBase base;
    private final ProviderHttp http;
    private final RetryAfter retryAfter;
    private final String model;
    private final List<String> refused;

    private ModerationCheck(
            ProviderBase base,
            ProviderHttp http,
            RetryAfter retryAfter,
            String model,
            List<String> refused) {
        this.base = base;
        this.http = http;
        this.retryAfter = retryAfter;
        this.model = model;
        this.refused = refused;
    }

    /**
     * Composes it; nothing is called and no secret is read before the first question.
     *
     * @param model which of the endpoint's models judges
     * @param refused the categories of which none may apply, the gravest first
     */
    public static PromptCheck of(ProviderSetting setting, String model, List<String> refused) {
        return of(setting, model, refused, ModerationProtocol.ANSWER);
    }

    static PromptCheck of(
            ProviderSetting setting, String model, List<String> refused, Duration answer) {
        return new ModerationCheck(
                new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl()),
                new ProviderHttp(
                        NAME,
                        "Bearer",
                        setting.key(),
                        new ProviderTimeouts(ModerationProtocol.CONNECT, answer, answer)),
                new RetryAfter(setting.clock()),
                model,
                List.copyOf(refused));
    }

    @Override
    public Outcome check(List<String> words) {
        HttpRequest request;
        try {
            request = request(words);
        } catch (DependencyFailure e) {
            return new Outcome.Unavailable(
                    MISCONFIGURED_RETRY_AFTER, "not asked, for want of " + e.dependency());
        }
        return switch (ask(request)) {
            case ProviderReply.NotSent(String detail) -> unavailable(detail);
            case ProviderReply.Lost(String detail) -> unavailable(detail);
            case ProviderReply.Answered(ProviderAnswer answer) -> outcome(answer, words.size());
        };
    }

    /** Once more over a fresh connection: the kept one may have died while the function slept. */
    private ProviderReply ask(HttpRequest request) {
        ProviderReply first = http.ask(request);
        return first instanceof ProviderReply.Answered ? first : http.submit(request);
    }

    private HttpRequest request(List<String> words) {
        return http.request(base.resolve(ModerationProtocol.MODERATIONS))
                .header("Content-Type", "application/json")
                .POST(
                        BodyPublishers.ofString(
                                JSON.writeValueAsString(
                                        Map.of(
                                                ModerationProtocol.MODEL,
                                                model,
                                                ModerationProtocol.INPUT,
                                                words))))
                .build();
    }

    private Outcome outcome(ProviderAnswer answer, int pieces) {
        if (!answer.isSuccess()) {
            return new Outcome.Unavailable(
                    retryAfter.of(answer), NAME + " answered " + answer.code());
        }
        JsonNode results = answer.body().path(ModerationProtocol.RESULTS);
        if (!results.isArray() || results.size() != pieces) {
            return unavailable(NAME + " did not judge every piece");
        }
        for (String category : refused) {
            for (JsonNode result : results) {
                JsonNode applies = result.path(ModerationProtocol.CATEGORIES).path(category);
                if (!applies.isBoolean()) {
                    return unavailable(NAME + " says nothing of " + category);
                }
                if (applies.booleanValue()) {
                    return new Outcome.Refused(category, checker(answer));
                }
            }
        }
        return new Outcome.Passed(checker(answer));
    }

    /** By the model's own name, which is dated, if it tells one. */
    private String checker(ProviderAnswer answer) {
        return Optional.of(NAME + "/" + answer.text(ModerationProtocol.MODEL).orElse(model))
                .filter(Verdict::isName)
                .orElse(NAME + "/" + model);
    }

    private static Outcome unavailable(String detail) {
        return new Outcome.Unavailable(RetryAfter.USUAL, detail);
    }
}
