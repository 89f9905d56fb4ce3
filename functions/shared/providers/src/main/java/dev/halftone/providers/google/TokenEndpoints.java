package dev.halftone.providers.google;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.providers.HttpResultDownload;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import dev.halftone.providers.ProviderTimeouts;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Asks for tokens. Asking twice costs nothing, so what gets no answer may be asked again. */
final class TokenEndpoints {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{2,60}");
    private static final String HOSTS = ".googleapis.com";
    private static final ProviderTimeouts TIMEOUTS =
            new ProviderTimeouts(
                    Duration.ofSeconds(2), GoogleProtocol.TOKEN_STEP, GoogleProtocol.TOKEN_STEP);

    // https://www.rfc-editor.org/rfc/rfc6749#section-5.2; Google adds 403 for what was disabled.
    private static final Set<Integer> ABOUT_THE_CREDENTIAL = Set.of(400, 401, 403);

    private final Supplier<URI> publicUrl;
    private final ProviderHttp http;

    TokenEndpoints(Supplier<URI> publicUrl) {
        this.publicUrl = publicUrl;
        this.http = VertexAccess.http(GoogleProtocol.VERTEX, TIMEOUTS);
    }

    JsonNode form(URI address, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return ask(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    JsonNode json(URI address, SecretText bearer, JsonNode body) {
        return ask(
                request(address)
                        .header("Authorization", "Bearer " + bearer.reveal())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The addresses stand in the credential; what is Google's goes to Google alone. */
    private HttpRequest.Builder request(URI address) {
        boolean google =
                "https".equals(address.getScheme())
                        && address.getHost() != null
                        && address.getHost().endsWith(HOSTS);
        boolean here =
                HttpResultDownload.isLoopback(address)
                        && HttpResultDownload.isLoopback(publicUrl.get());
        if (!google && !here) {
            throw new PermanentFailure(
                    GoogleProtocol.VERTEX, "the credential names an address that is not Google's");
        }
        return HttpRequest.newBuilder(address).header("Accept", "application/json");
    }

    private JsonNode ask(HttpRequest.Builder request) {
        return switch (http.ask(request.build())) {
            case ProviderReply.NotSent not ->
                    throw new TransientFailure(GoogleProtocol.VERTEX, not.detail());
            case ProviderReply.Lost lost ->
                    throw new TransientFailure(GoogleProtocol.VERTEX, lost.detail());
            case ProviderReply.Answered answered -> read(answered.answer());
        };
    }

    private static JsonNode read(ProviderAnswer answer) {
        if (answer.isSuccess() && answer.body().isObject()) {
            return answer.body();
        }
        String word = answer.text("error").filter(text -> WORD.matcher(text).matches()).orElse("");
        String detail = "no token: " + answer.code() + " " + word;
        if (ABOUT_THE_CREDENTIAL.contains(answer.code())) {
            throw new PermanentFailure(
                    GoogleProtocol.VERTEX, "our credential is not accepted, " + detail);
        }
        throw new TransientFailure(GoogleProtocol.VERTEX, detail);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
