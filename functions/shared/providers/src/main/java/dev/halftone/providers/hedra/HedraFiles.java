package dev.halftone.providers.hedra;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import dev.halftone.providers.RetryAfter;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Uploads inputs, for Hedra fetches nothing from elsewhere. A handle lives for an hour and is
 * handed back as it came, byte for byte. (RFC 7578 for the form.)
 */
final class HedraFiles {

    // In no file of media: those have no such line of text.
    private static final String BOUNDARY = "halftone-8d1f0c6b2e5a4973";

    private final ProviderHttp http;
    private final ProviderBase base;
    private final RetryAfter retryAfter;

    HedraFiles(ProviderHttp http, ProviderBase base, RetryAfter retryAfter) {
        this.http = http;
        this.base = base;
        this.retryAfter = retryAfter;
    }

    /** What became of an upload. */
    sealed interface UploadOutcome {

        record Uploaded(String handle) implements UploadOutcome {}

        /** The order is not given; a refusal of a file is one of the order. */
        record NotUploaded(SubmissionOutcome instead) implements UploadOutcome {}
    }

    /** Uploads a file; nothing is unknown about an order of which this is all that was sent. */
    UploadOutcome upload(ProviderInput input) {
        ProviderReply reply;
        try {
            reply =
                    http.ask(
                            http.request(base.resolve(HedraProtocol.FILES))
                                    .header(
                                            "Content-Type",
                                            "multipart/form-data; boundary=" + BOUNDARY)
                                    .POST(form(input))
                                    .build());
        } catch (DependencyFailure e) {
            return new UploadOutcome.NotUploaded(ProviderHttp.notPut(e));
        }
        return switch (reply) {
            case ProviderReply.Answered(ProviderAnswer answer) -> outcome(answer);
            case ProviderReply.NotSent not -> later(RetryAfter.USUAL, not.detail());
            case ProviderReply.Lost lost -> later(RetryAfter.USUAL, lost.detail());
        };
    }

    private UploadOutcome outcome(ProviderAnswer answer) {
        String detail = "file: " + HedraErrors.detail(answer);
        if (answer.isSuccess()) {
            return answer.text("url")
                    .<UploadOutcome>map(UploadOutcome.Uploaded::new)
                    .orElseGet(() -> later(RetryAfter.USUAL, detail));
        }
        JsonNode error = answer.body().path(HedraProtocol.ERROR);
        if (answer.code() / 100 == 4 && !HedraErrors.isForLater(answer)) {
            return new UploadOutcome.NotUploaded(HedraErrors.refused(error, detail));
        }
        return later(HedraErrors.retryAfter(error, answer, retryAfter), detail);
    }

    private static UploadOutcome later(Duration delay, String detail) {
        return new UploadOutcome.NotUploaded(new SubmissionOutcome.Postponed(delay, detail));
    }

    private static BodyPublisher form(ProviderInput input) {
        String head =
                String.join(
                        "\r\n",
                        "--" + BOUNDARY,
                        "Content-Disposition: form-data; name=\"file\"; filename=\"input\"",
                        "Content-Type: " + input.contentType(),
                        "",
                        "");
        try {
            return BodyPublishers.concat(
                    text(head),
                    BodyPublishers.ofFile(input.file()),
                    text("\r\n--" + BOUNDARY + "--\r\n"));
        } catch (FileNotFoundException e) {
            throw new PermanentFailure(HedraProtocol.NAME, "an input is missing");
        }
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
