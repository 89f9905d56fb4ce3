package dev.halftone.providers.hedra;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/**
 * Uploads inputs, for Hedra fetches nothing from elsewhere. A handle lives for an hour and is
 * handed back as it came, byte for byte. (RFC 7578 for the form.)
 */
final class HedraFiles {

    // In no file of media: those have no such line of text.
    private static final String BOUNDARY = "halftone-8d1f0c6b2e5a4973";

    private final ProviderHttp http;
    private final ProviderBase base;

    HedraFiles(ProviderHttp http, ProviderBase base) {
        this.http = http;
        this.base = base;
    }

    /**
     * The handle of an uploaded file.
     *
     * @throws dev.halftone.core.DependencyFailure if it cannot be uploaded now, or never
     */
    String upload(ProviderInput input) {
        ProviderReply reply =
                http.ask(
                        http.request(base.resolve(HedraProtocol.FILES))
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(form(input))
                                .build());
        if (reply instanceof ProviderReply.Answered(ProviderAnswer answer)) {
            if (answer.isSuccess()) {
                return answer.text("url")
                        .orElseThrow(() -> new TransientFailure(HedraProtocol.NAME, "no handle"));
            }
            throw new TransientFailure(HedraProtocol.NAME, HedraErrors.detail(answer));
        }
        throw new TransientFailure(HedraProtocol.NAME, "a file was not uploaded");
    }

    private static BodyPublisher form(ProviderInput input) {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"input\"\r\n"
                        + "Content-Type: %s\r\n\r\n";
        try {
            return BodyPublishers.concat(
                    text(head.formatted(BOUNDARY, input.contentType())),
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
