package dev.halftone.function.signin;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.AccountEvents;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Language;
import dev.halftone.core.account.User;
import dev.halftone.core.account.Users;
import dev.halftone.core.mail.AskOutcome;
import dev.halftone.core.mail.ChangeEmail;
import dev.halftone.core.mail.EmailCode;
import dev.halftone.core.mail.Letter;
import dev.halftone.core.mail.ReplaceOutcome;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The change of the address that a person is reached at, in two steps. */
final class OwnEmail {
    private static final String PAGE = "/account?emailCode=";

    private final SessionGuard guard;
    private final Supplier<URI> publicUrl;
    private final AccountPorts ports;
    private final ChangeEmail changeEmail;
    private final Me me;
    private final Clock clock;

    /** What this and nothing else of the account needs. */
    record AccountPorts(Users users, AccountEvents events, Notices notices) {}

    record EmailBody(String email) {}

    record CodeBody(String code) {}

    record AskedResource(String email, String expiresAt) {}

    OwnEmail(
            SessionGuard guard,
            Supplier<URI> publicUrl,
            AccountPorts ports,
            ChangeEmail changeEmail,
            Me me,
            Clock clock) {
        this.guard = guard;
        this.publicUrl = publicUrl;
        this.ports = ports;
        this.changeEmail = changeEmail;
        this.me = me;
        this.clock = clock;
    }

    Map<String, Route> routes() {
        return Map.of("POST /v1/me/email", this::ask, "POST /v1/me/email/confirm", this::confirm);
    }

    private HttpResponse ask(HttpRequest request) {
        return switch (guard.authenticateFresh(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    switch (JsonBody.read(request, EmailBody.class)) {
                        case Body.Invalid<EmailBody> invalid -> invalid.response();
                        case Body.Valid<EmailBody>(EmailBody body) ->
                                address(body.email())
                                        .map(address -> ask(request, caller, address))
                                        .orElseGet(OwnEmail::noAddress);
                    };
        };
    }

    private static Optional<Email> address(String text) {
        try {
            return Optional.of(new Email(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private HttpResponse ask(HttpRequest request, Guarded.Caller caller, Email address) {
        Optional<User> user = ports.users().find(caller.signedIn().user());
        if (user.isEmpty()) {
            return Me.signInRequired();
        }
        Instant now = clock.instant();
        Language language =
                Optional.ofNullable(user.get().language())
                        .or(() -> Language.ofTag(request.locale().toLanguageTag()))
                        .orElse(Language.EN);
        URI page = URI.create(publicUrl.get() + PAGE);
        return switch (changeEmail.ask(user.get(), address, page, language, now)) {
            case AskOutcome.Asked(Instant until) -> {
                record(caller, AccountEvent.Kind.EMAIL_CHANGE_REQUESTED, now);
                yield HttpResponse.json(202, new AskedResource(address.value(), until.toString()));
            }
            case AskOutcome.Same _ ->
                    Problem.of(422, "same_email", "This is your address already.")
                            .field("email")
                            .response();
            case AskOutcome.TooMany(Instant again) -> tooMany(Duration.between(now, again));
        };
    }

    private HttpResponse confirm(HttpRequest request) {
        return switch (guard.authenticateSession(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    switch (JsonBody.read(request, CodeBody.class)) {
                        case Body.Invalid<CodeBody> invalid -> invalid.response();
                        case Body.Valid<CodeBody>(CodeBody body) ->
                                EmailCode.parse(body.code())
                                        .map(code -> confirm(caller, code))
                                        .orElseGet(OwnEmail::noCode);
                    };
        };
    }

    private HttpResponse confirm(Guarded.Caller caller, EmailCode code) {
        Optional<User> user = ports.users().find(caller.signedIn().user());
        if (user.isEmpty()) {
            return Me.signInRequired();
        }
        Instant now = clock.instant();
        return switch (changeEmail.confirm(user.get(), code, now)) {
            case ReplaceOutcome.Replaced _ -> changed(caller, user.get(), now);
            case ReplaceOutcome.Taken _ ->
                    Problem.of(409, "email_in_use", "This address belongs to another account.")
                            .response();
            case ReplaceOutcome.Outdated _ -> noCode();
        };
    }

    private HttpResponse changed(Guarded.Caller caller, User former, Instant now) {
        record(caller, AccountEvent.Kind.EMAIL_CHANGED, now);
        if (former.emailVerified()) {
            ports.notices()
                    .write(former.email(), Notices.language(former), new Letter.AddressChanged());
        }
        return me.show(caller.signedIn());
    }

    private void record(Guarded.Caller caller, AccountEvent.Kind kind, Instant now) {
        ports.events()
                .record(caller.signedIn().user(), AccountEvent.by(caller.session(), kind, now));
    }

    private static HttpResponse noAddress() {
        return Problem.of(422, "invalid_email", "This is no e-mail address.")
                .field("email")
                .response();
    }

    private static HttpResponse noCode() {
        return Problem.of(
                        422,
                        "invalid_code",
                        "This link was used, is too old, or belongs to another account.")
                .field("code")
                .response();
    }

    private static HttpResponse tooMany(Duration wait) {
        return Problem.of(
                        429,
                        "too_many_emails",
                        "So many messages a day may be asked for, and they were sent.")
                .with("mailsADayMax", ChangeEmail.MAILS_A_DAY_MAX)
                .response()
                .withHeader("retry-after", Long.toString(Math.max(1, wait.toSeconds())));
    }
}
