package dev.halftone.providers.fal;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Provider.Submission;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Submits to fal.ai, which knows no idempotency key: what gets no answer is never sent again. */
final class FalSubmission implements Submission {

    private static final String CALLBACK_PATH = "/v1/webhooks/fal/";
    private static final Pattern REQUEST_ID_FORM = Pattern.compile("[\\w-]{1,100}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Duration RETRY_AFTER_MIN = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER_USUAL = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER_MAX = Duration.ofSeconds(60);

    private final FalHttp http;
    private final FalLinks links;
    private final Supplier<URI> publicUrl;
    private final Clock clock;

    FalSubmission(FalHttp http, FalLinks links, Supplier<URI> publicUrl, Clock clock) {
        this.http = http;
        this.links = links;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public SubmissionOutcome submit(ProviderOrder order) {
        HttpRequest request;
        try {
            request = request(order);
        } catch (DependencyFailure e) {
            // Nothing was sent, so nothing is unknown.
            return new SubmissionOutcome.Postponed(
                    RETRY_AFTER_USUAL, "not sent, for want of " + e.dependency());
        }
        return switch (http.submit(request)) {
            case FalReply.NotSent not ->
                    new SubmissionOutcome.Postponed(RETRY_AFTER_USUAL, not.detail());
            case FalReply.Lost lost -> new SubmissionOutcome.Unknown(lost.detail());
            case FalReply.Answered answered -> outcome(order.model(), answered.answer());
        };
    }

    @Override
    public ProviderRequest requestOf(Model model, String providerRequestId) {
        return links.built(model, providerRequestId);
    }

    private HttpRequest request(ProviderOrder order) {
        return http.request(address(order))
                .header("Content-Type", "application/json")
                .header(FalProtocol.STORE_IO, FalProtocol.STORE_IO_OFF)
                .header(FalProtocol.OBJECT_LIFECYCLE, FalProtocol.ONE_HOUR)
                .header(FalProtocol.DISABLE_FALLBACK, "true")
                .POST(BodyPublishers.ofString(FalInput.of(order).toString()))
                .build();
    }

    private URI address(ProviderOrder order) {
        URI address = links.submission(order.model());
        return callback(order.generation())
                .map(callback -> URLEncoder.encode(callback, StandardCharsets.UTF_8))
                .map(value -> address + "?" + FalProtocol.WEBHOOK_PARAMETER + "=" + value)
                .map(URI::create)
                .orElse(address);
    }

    /** Our id is in the path, so that a callback finds a generation whose submission was lost. */
    Optional<String> callback(GenerationId generation) {
        URI url = publicUrl.get();
        boolean reachable = "https".equals(url.getScheme()) || links.isLoopback();
        return reachable
                ? Optional.of(url.resolve(CALLBACK_PATH + generation).toString())
                : Optional.empty();
    }

    private SubmissionOutcome outcome(Model model, FalAnswer answer) {
        String detail = FalErrors.detail(answer);
        if (answer.isSuccess()) {
            return answer.text(FalProtocol.REQUEST_ID)
                    .filter(id -> REQUEST_ID_FORM.matcher(id).matches())
                    .<SubmissionOutcome>map(
                            id -> new SubmissionOutcome.Taken(links.returned(model, id, answer)))
                    // Taken, but under a name that we cannot read.
                    .orElseGet(() -> new SubmissionOutcome.Unknown(detail));
        }
        if (FalErrors.isModeration(FalErrors.types(answer))) {
            return new SubmissionOutcome.Refused(FailureReason.MODERATION, detail);
        }
        return switch (answer.code()) {
            case 408, 429, 503 -> new SubmissionOutcome.Postponed(retryAfter(answer), detail);
            // Our key or our balance: nothing that another prompt would change.
            case 401, 402, 403 ->
                    new SubmissionOutcome.Refused(FailureReason.PROVIDER_ERROR, detail);
            // "Client closed request" is how a gateway notes a connection that broke.
            case 499 -> new SubmissionOutcome.Unknown(detail);
            default -> byClass(answer.code() / 100, detail);
        };
    }

    private static SubmissionOutcome byClass(int hundreds, String detail) {
        return switch (hundreds) {
            case 5 -> new SubmissionOutcome.Unknown(detail);
            case 4 -> new SubmissionOutcome.Refused(FailureReason.INVALID_REQUEST, detail);
            default -> new SubmissionOutcome.Refused(FailureReason.PROVIDER_ERROR, detail);
        };
    }

    private Duration retryAfter(FalAnswer answer) {
        Duration asked =
                answer.headers()
                        .firstValue(FalProtocol.RETRY_AFTER)
                        .flatMap(this::delay)
                        .orElse(RETRY_AFTER_USUAL);
        if (asked.compareTo(RETRY_AFTER_MIN) < 0) {
            return RETRY_AFTER_MIN;
        }
        return asked.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : asked;
    }

    /** Seconds, or a date. (RFC 9110, section 10.2.3.) */
    private Optional<Duration> delay(String value) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), date.toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
