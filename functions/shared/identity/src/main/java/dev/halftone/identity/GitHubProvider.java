package dev.halftone.identity;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.VerifiedPerson;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GitHub, which speaks OAuth 2 but not OpenID Connect: there is no identity token, so the person is
 * asked for with the access token, which is then dropped. Rules as in GitHub's "Authorizing OAuth
 * apps" and its REST documentation.
 */
final class GitHubProvider implements CodeProvider {

    private static final String GITHUB_HOST = "github.com";
    private static final URI GITHUB_API = URI.create("https://api.github.com");
    private static final String SCOPES = "read:user user:email";
    private static final String EMAIL_SCOPE = "user:email";
    private static final String NO_MAIL = "@users.noreply.github.com";
    private static final int OK = 200;
    // An OAuth app without the permission gets one of these.
    private static final List<Integer> NOT_SHOWN = List.of(403, 404);
    private static final List<String> CLIENT_ERRORS =
            List.of("incorrect_client_credentials", "redirect_uri_mismatch");

    private final ClientRegistration registration;
    private final ProviderHttp http;
    private final URI api;

    GitHubProvider(ClientRegistration registration, Duration callMax) {
        this.registration = registration;
        this.http = new ProviderHttp(callMax);
        this.api =
                GITHUB_HOST.equals(registration.issuer().getHost())
                        ? GITHUB_API
                        : URI.create(registration.issuer() + "/api");
    }

    @Override
    public void prime() {
        email("[]");
    }

    /** GitHub says who answers since 2026; before it said nothing. */
    @Override
    public boolean isCalled(String issuer) {
        return registration.issuer().toString().equals(issuer);
    }

    @Override
    public LeaveOutcome leave(Flow flow, String state) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", registration.clientId());
        query.put("redirect_uri", flow.redirectUri().toString());
        query.put("scope", SCOPES);
        query.put("state", state);
        query.put("code_challenge", flow.pkce().challenge());
        query.put("code_challenge_method", "S256");
        query.put("prompt", "select_account");
        return new LeaveOutcome.For(
                ProviderHttp.withQuery(URI.create(registration.issuer() + "/authorize"), query));
    }

    @Override
    public CallbackOutcome redeem(Flow flow, String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", registration.clientId());
        form.put("client_secret", registration.clientSecret().get().reveal());
        form.put("code", code);
        form.put("redirect_uri", flow.redirectUri().toString());
        form.put("code_verifier", flow.pkce().verifier());
        URI endpoint = URI.create(registration.issuer() + "/access_token");
        return switch (http.postForm(endpoint, form)) {
            case ProviderHttp.Answer.Received received -> token(received, flow);
            case ProviderHttp.Answer.TimedOut _, ProviderHttp.Answer.Broken _ ->
                    unavailable(Outage.TOKEN_ENDPOINT_UNREACHABLE);
        };
    }

    /** A refusal has status 200 here: what the body says counts first. */
    private CallbackOutcome token(ProviderHttp.Answer.Received received, Flow flow) {
        try {
            Map<String, Object> body = JsonText.object(received.body());
            String error = JSONObjectUtils.getString(body, "error");
            if (error != null) {
                return new CallbackOutcome.Rejected(
                        CLIENT_ERRORS.contains(error)
                                ? Rejection.CLIENT_REFUSED
                                : Rejection.CODE_REFUSED);
            }
            if (received.status() != OK) {
                return unavailable(Outage.TOKEN_ENDPOINT_FAILED);
            }
            String token = JSONObjectUtils.getString(body, "access_token");
            String scope = JSONObjectUtils.getString(body, "scope");
            if (token == null || token.isBlank()) {
                return new CallbackOutcome.Rejected(Rejection.TOKEN_MISSING);
            }
            boolean showsAddresses =
                    scope != null && Arrays.asList(scope.split("[ ,]", -1)).contains(EMAIL_SCOPE);
            return person(token, showsAddresses, flow);
        } catch (ParseException _) {
            return unavailable(Outage.TOKEN_ENDPOINT_FAILED);
        }
    }

    private CallbackOutcome person(String token, boolean showsAddresses, Flow flow) {
        if (!(http.getAs(URI.create(api + "/user"), token)
                        instanceof ProviderHttp.Answer.Received user)
                || user.status() != OK) {
            return unavailable(Outage.PERSON_UNREACHABLE);
        }
        Optional<Email> email = Optional.empty();
        if (showsAddresses) {
            if (!(http.getAs(URI.create(api + "/user/emails?per_page=100"), token)
                    instanceof ProviderHttp.Answer.Received emails)) {
                return unavailable(Outage.PERSON_UNREACHABLE);
            }
            if (emails.status() == OK) {
                email = email(emails.body());
            } else if (!NOT_SHOWN.contains(emails.status())) {
                return unavailable(Outage.PERSON_UNREACHABLE);
            }
        }
        return person(user.body(), email.orElse(null), flow);
    }

    private CallbackOutcome person(String json, @Nullable Email email, Flow flow) {
        try {
            Map<String, Object> user = JsonText.object(json);
            // The login can be renamed, and then belong to somebody else.
            if (!(user.get("id") instanceof Number id) || id.longValue() <= 0) {
                return new CallbackOutcome.Rejected(Rejection.SUBJECT);
            }
            String name = JSONObjectUtils.getString(user, "name");
            return new CallbackOutcome.Verified(
                    new VerifiedPerson(
                            new Identity(
                                    registration.issuer().toString(),
                                    Long.toString(id.longValue())),
                            email,
                            email != null,
                            name == null ? JSONObjectUtils.getString(user, "login") : name,
                            ClaimRules.picture(JSONObjectUtils.getString(user, "avatar_url"))),
                    flow.purpose(),
                    flow.returnTo());
        } catch (ParseException _) {
            return unavailable(Outage.PERSON_UNREACHABLE);
        }
    }

    /** The primary address, if it is verified and reaches the person; never another one. */
    private static Optional<Email> email(String json) {
        try {
            List<Object> list = JSONArrayUtils.parse(json);
            return list.stream()
                    .filter(Map.class::isInstance)
                    .map(each -> (Map<?, ?>) each)
                    .filter(each -> Boolean.TRUE.equals(each.get("primary")))
                    .filter(each -> Boolean.TRUE.equals(each.get("verified")))
                    .map(each -> each.get("email") instanceof String address ? address : "")
                    .flatMap(address -> ClaimRules.email(address).stream())
                    .filter(email -> !email.value().endsWith(NO_MAIL))
                    .findFirst();
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    private static CallbackOutcome unavailable(Outage outage) {
        return new CallbackOutcome.ProviderUnavailable(outage);
    }
}
