package dev.halftone.providers.google;

import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.Submission;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.core.generation.Settings;
import dev.halftone.providers.InputMedia;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Has a film begun; there is no key by which the same order would be the same to Google. */
final class VeoSubmission implements Submission {

    private final ProviderHttp http;
    private final VertexAccess access;
    private final GoogleErrors errors;

    VeoSubmission(ProviderHttp http, VertexAccess access, GoogleErrors errors) {
        this.http = http;
        this.access = access;
        this.errors = errors;
    }

    @Override
    public SubmissionOutcome submit(ProviderOrder order) {
        return http.order(() -> request(order), answer -> outcome(answer, order.route()));
    }

    @Override
    public ProviderRequest requestOf(Route route, String providerRequestId) {
        return new VeoWork(route.endpoint(), providerRequestId).request();
    }

    private HttpRequest request(ProviderOrder order) {
        return access.request(order.route().endpoint(), VeoProtocol.START)
                .POST(BodyPublishers.ofString(body(order).toString()))
                .build();
    }

    private static ObjectNode body(ProviderOrder order) {
        GenerationRequest request = order.request();
        Settings settings = request.settings();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode instance = body.putArray("instances").addObject().put("prompt", request.words());
        order.input(InputRole.FIRST_FRAME)
                .ifPresent(
                        frame ->
                                instance.putObject("image")
                                        .put("bytesBase64Encoded", InputMedia.base64(frame))
                                        .put("mimeType", frame.contentType()));
        ObjectNode parameters = body.putObject("parameters");
        parameters
                .put("sampleCount", 1)
                .put("durationSeconds", Objects.requireNonNull(request.duration()).toSeconds())
                .put("aspectRatio", request.aspectRatio().toString())
                .put("resolution", request.resolution().label())
                // Twice the price where it is heard.
                .put("generateAudio", request.isHeard());
        if (settings.negativePrompt() != null) {
            parameters.put("negativePrompt", settings.negativePrompt());
        }
        if (settings.seed() != null) {
            parameters.put("seed", settings.seed());
        }
        return body;
    }

    private SubmissionOutcome outcome(ProviderAnswer answer, Route route) {
        if (answer.isSuccess()) {
            return answer.text("name")
                    .map(VeoProtocol.OPERATION::matcher)
                    .filter(Matcher::matches)
                    .map(found -> requestOf(route, found.group(1)))
                    .<SubmissionOutcome>map(SubmissionOutcome.Taken::new)
                    .orElseGet(
                            () ->
                                    new SubmissionOutcome.Unknown(
                                            "no name of the work in the answer"));
        }
        if (answer.code() == 401) {
            access.tokens().forget();
        }
        Optional<String> rule =
                ProviderAnswer.text(answer.body().path("error"), "message")
                        .flatMap(VeoSubmission::rule);
        return switch (errors.outcome(answer, route)) {
            case Outcome.Refused refused when answer.code() == 400 && rule.isPresent() ->
                    SubmissionOutcome.Refused.moderated(
                            refused.detail(), Objection.toPrompt(rule.get()));
            case Outcome.Refused refused ->
                    new SubmissionOutcome.Refused(
                            refused.reason(),
                            refused.detail(),
                            refused.blame(),
                            refused.objection());
            case Outcome.Postponed postponed ->
                    new SubmissionOutcome.Postponed(
                            postponed.retryAfter(), postponed.detail(), postponed.ours());
            case Outcome.Unknown unknown -> new SubmissionOutcome.Unknown(unknown.detail());
            case Outcome.Made _ -> throw new IllegalStateException("A refusal makes nothing");
        };
    }

    /** The number of the rule, if a sentence is one of those about the rules. */
    static Optional<String> rule(String sentence) {
        return VeoProtocol.MODERATION
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }
}
