package dev.halftone.function.signin;

import dev.halftone.core.Entropy;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Language;
import dev.halftone.core.mail.Letter;
import dev.halftone.core.privacy.PrivacyRequest;
import dev.halftone.core.privacy.PrivacyRequests;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Anybody, signed in or not, reports that a person who is too young has an account. */
final class MinorReports {
    private final SessionGuard guard;
    private final PrivacyRequests requests;
    private final Notices notices;
    private final Email operator;
    private final Entropy entropy;
    private final Clock clock;

    /** What is reported: whose account, and if they like, who reports it and why they think so. */
    record ReportBody(String about, @Nullable String contact, @Nullable String text) {}

    record ReceiptResource(String receipt, String deadline) {}

    MinorReports(
            SessionGuard guard,
            PrivacyRequests requests,
            Notices notices,
            Email operator,
            Entropy entropy,
            Clock clock) {
        this.guard = guard;
        this.requests = requests;
        this.notices = notices;
        this.operator = operator;
        this.entropy = entropy;
        this.clock = clock;
    }

    Map<String, Route> routes() {
        return Map.of("POST /v1/reports/minor", this::report);
    }

    private HttpResponse report(HttpRequest request) {
        Optional<HttpResponse> refused = guard.crossSite(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        return switch (JsonBody.read(request, ReportBody.class)) {
            case Body.Invalid<ReportBody> invalid -> invalid.response();
            case Body.Valid<ReportBody>(ReportBody body) ->
                    refusal(body).orElseGet(() -> filed(body));
        };
    }

    private static Optional<HttpResponse> refusal(ReportBody body) {
        if (body.about().isBlank() || body.about().length() > PrivacyRequest.ABOUT_CHARACTERS_MAX) {
            return Optional.of(invalid("about"));
        }
        if (length(body.contact()) > PrivacyRequest.CONTACT_CHARACTERS_MAX) {
            return Optional.of(invalid("contact"));
        }
        return length(body.text()) > PrivacyRequest.TEXT_CHARACTERS_MAX
                ? Optional.of(invalid("text"))
                : Optional.empty();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static HttpResponse invalid(String field) {
        return Problem.of(422, "invalid_report", "A report says whom it is about, in few words.")
                .field(field)
                .response();
    }

    private HttpResponse filed(ReportBody body) {
        PrivacyRequest request =
                PrivacyRequest.ofMinor(
                        body.about().strip(),
                        body.contact() == null ? "" : body.contact().strip(),
                        body.text() == null ? "" : body.text().strip(),
                        entropy,
                        clock.instant());
        requests.file(request);
        LocalDate deadline = LocalDate.ofInstant(request.deadline(), ZoneOffset.UTC);
        notices.write(operator, Language.EN, new Letter.MinorReported(request.id(), deadline));
        return HttpResponse.json(
                202, new ReceiptResource(request.id(), request.deadline().toString()));
    }
}
