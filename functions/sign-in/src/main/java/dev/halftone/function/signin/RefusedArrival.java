package dev.halftone.function.signin;

import dev.halftone.core.privacy.LogField;
import dev.halftone.identity.CallbackOutcome;
import dev.halftone.identity.Outage;
import dev.halftone.identity.Rejection;
import dev.halftone.identity.ReturnPath;
import dev.halftone.identity.VerifyOutcome;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Metrics;
import dev.halftone.lambda.Problem;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why somebody is not let in. The page gets one of a few codes; the reason behind it helps an
 * attacker more than a person, and goes to the log.
 *
 * @param reason for the log
 */
record RefusedArrival(int status, String code, String detail, String reason) {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedArrival.class);
    private static final String METRIC = "sign_in_";
    private static final String REFUSED = "sign_in_refused";
    private static final String AGAIN =
            "The provider's answer could not be trusted. Please sign in again.";

    static final RefusedArrival EMAIL_REQUIRED =
            new RefusedArrival(
                    422,
                    "email_required",
                    "An account needs an e-mail address, and the provider named none.",
                    "no_address");
    static final RefusedArrival NOT_LINKED =
            new RefusedArrival(
                    409,
                    "account_not_linked",
                    "Somebody has this address already. Sign in as before, and link this way then.",
                    "address_taken");
    static final RefusedArrival IN_USE =
            new RefusedArrival(
                    409, "identity_in_use", "Another account signs in with this.", "of_another");
    static final RefusedArrival TOO_MANY =
            new RefusedArrival(
                    409, "too_many_identities", "Remove a way to sign in first.", "too_many");
    static final RefusedArrival SOMEBODY_ELSE =
            new RefusedArrival(
                    403,
                    "another_person",
                    "Confirm with a way to sign in that belongs to this account.",
                    "another_person");
    static final RefusedArrival NOT_FRESH =
            new RefusedArrival(
                    403,
                    "reauthentication_required",
                    "Show once more that it is you.",
                    "not_fresh");
    static final RefusedArrival CROSS_SITE = new RefusedArrival(401, REFUSED, AGAIN, "csrf_token");

    static final RefusedArrival SPENT = of(Rejection.TOKEN_SPENT);

    static RefusedArrival of(CallbackOutcome outcome) {
        return switch (outcome) {
            case CallbackOutcome.Verified _ ->
                    throw new IllegalArgumentException("Who is verified is not refused");
            case CallbackOutcome.Denied _ ->
                    new RefusedArrival(403, "access_denied", "Cancelled.", "by_person");
            case CallbackOutcome.Expired _ ->
                    new RefusedArrival(
                            401,
                            "sign_in_expired",
                            "Signing in took too long and was stopped for safety. Start again.",
                            "flow_expired");
            case CallbackOutcome.Rejected rejected -> of(rejected.reason());
            case CallbackOutcome.ProviderUnavailable unavailable -> of(unavailable.outage());
        };
    }

    static RefusedArrival of(VerifyOutcome.Refused refused) {
        return of(refused.reason());
    }

    static RefusedArrival of(Outage outage) {
        return new RefusedArrival(
                503, "provider_unavailable", "The provider did not answer.", outage.code());
    }

    private static RefusedArrival of(Rejection reason) {
        return new RefusedArrival(401, REFUSED, AGAIN, reason.code());
    }

    /**
     * Tells a browser that came back. What was tampered with is refused here and now; what a person
     * decided, or can mend, is said where they can go on.
     */
    HttpResponse answer(String way, HttpRequest request) {
        if (status != 401) {
            return redirect(way, ReturnPath.HOME);
        }
        log(way);
        return Problem.of(status, code, detail).responseTo(request, "Signing in did not work");
    }

    /** Tells the browser where the person can read it. */
    HttpResponse redirect(String way, ReturnPath returnTo) {
        log(way);
        String separator = returnTo.value().contains("?") ? "&" : "?";
        return HttpResponse.redirect(
                URI.create(returnTo.value() + separator + "signInError=" + code));
    }

    /** Tells the page's own script. */
    HttpResponse problem(String way) {
        log(way);
        return Problem.of(status, code, detail).response();
    }

    private void log(String way) {
        LOG.atInfo()
                .addKeyValue(LogField.PROVIDER.key(), way)
                .addKeyValue(LogField.CODE.key(), code)
                .addKeyValue(LogField.DETAIL.key(), reason)
                .log("Sign-in failed");
        Metrics.count(code.startsWith(METRIC) ? code : METRIC + code);
    }
}
