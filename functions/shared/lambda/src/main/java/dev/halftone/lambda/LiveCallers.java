package dev.halftone.lambda;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserState.Standing;
import dev.halftone.core.privacy.LogField;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of the stored sessions and tokens still count, and what their use leaves behind. */
final class LiveCallers {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCallers.class);

    private final Sessions sessions;
    private final Clock clock;

    LiveCallers(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    boolean isLive(SignedIn found) {
        Instant now = clock.instant();
        boolean counts =
                switch (found.credential()) {
                    case Session session -> session.isLive(now) && found.state().allows(session);
                    case ApiToken token -> token.isLive(now);
                };
        return counts && found.state().standing() != Standing.DELETED;
    }

    /** Lets in who is live, unless they are suspended. */
    Guarded caller(SignedIn found) {
        return switch (found.state().standing()) {
            case SUSPENDED ->
                    new Guarded.Refused(
                            Problem.of(403, "account_suspended", "This account is suspended.")
                                    .response());
            case DELETED -> throw new IllegalArgumentException("Nobody who is gone is live");
            case ACTIVE -> {
                Optional<HttpResponse> tooMany = RateGate.take(subject(found));
                if (tooMany.isPresent()) {
                    yield new Guarded.Refused(tooMany.get());
                }
                noteUse(found);
                yield new Guarded.Caller(found);
            }
        };
    }

    /** A token reads at its own pace; what changes something counts for its owner. */
    private static RateGate.Subject subject(SignedIn found) {
        return switch (found.credential()) {
            case Session session -> new RateGate.Subject(session.user().value(), null);
            case ApiToken token -> new RateGate.Subject(token.user().value(), token.id());
        };
    }

    private void noteUse(SignedIn found) {
        Instant now = clock.instant();
        try {
            switch (found.credential()) {
                case Session session when session.wantsExtension(now) ->
                        sessions.extend(session.extended(now));
                case ApiToken token when token.wantsUseNoted(now) ->
                        sessions.noteUse(token.used(now));
                case Session _, ApiToken _ -> {}
            }
        } catch (TransientFailure e) {
            // It still counts; the next request notes its use.
            LOG.atWarn()
                    .addKeyValue(LogField.DEPENDENCY.key(), e.dependency())
                    .log("Session not extended");
        }
    }
}
