package dev.halftone.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Exchanges an authorization code for an identity token; every other token is dropped unread. */
final class TokenEndpoint {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    // Our registration is wrong, not the person's attempt: an operator must look.
    private static final Set<String> CLIENT_ERRORS =
            Set.of("invalid_client", "unauthorized_client", "redirect_uri_mismatch");

    private final ProviderHttp http;
    private final ClientRegistration registration;

    /** What became of a code. */
    sealed interface ExchangeOutcome {

        record Exchanged(String idToken) implements ExchangeOutcome {}

        record Refused(Rejection reason) implements ExchangeOutcome {}

        record Unavailable(Outage outage) implements ExchangeOutcome {}
    }

    TokenEndpoint(ProviderHttp http, ClientRegistration registration) {
        this.http = http;
        this.registration = registration;
    }

    ExchangeOutcome exchange(URI endpoint, String code, Flow flow) {
        return switch (http.postForm(endpoint, form(code, flow))) {
            case ProviderHttp.Answer.Received received -> read(received);
            case ProviderHttp.Answer.TimedOut _, ProviderHttp.Answer.Broken _ ->
                    new ExchangeOutcome.Unavailable(Outage.TOKEN_ENDPOINT_UNREACHABLE);
        };
    }

    private Map<String, String> form(String code, Flow flow) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", flow.redirectUri().toString());
        form.put("client_id", registration.clientId());
        form.put("client_secret", registration.clientSecret().get().reveal());
        form.put("code_verifier", flow.pkce().verifier());
        return form;
    }

    private static ExchangeOutcome read(ProviderHttp.Answer.Received received) {
        try {
            return switch (received.status()) {
                case OK -> granted(JsonText.object(received.body()));
                case BAD_REQUEST, UNAUTHORIZED -> refused(JsonText.object(received.body()));
                default -> new ExchangeOutcome.Unavailable(Outage.TOKEN_ENDPOINT_FAILED);
            };
        } catch (ParseException _) {
            return new ExchangeOutcome.Unavailable(Outage.TOKEN_ENDPOINT_FAILED);
        }
    }

    private static ExchangeOutcome granted(Map<String, Object> body) throws ParseException {
        String idToken = JSONObjectUtils.getString(body, "id_token");
        return idToken == null
                ? new ExchangeOutcome.Refused(Rejection.TOKEN_MISSING)
                : new ExchangeOutcome.Exchanged(idToken);
    }

    private static ExchangeOutcome refused(Map<String, Object> body) throws ParseException {
        String error = JSONObjectUtils.getString(body, "error");
        return new ExchangeOutcome.Refused(
                error != null && CLIENT_ERRORS.contains(error)
                        ? Rejection.CLIENT_REFUSED
                        : Rejection.CODE_REFUSED);
    }
}
