package dev.halftone.function.signin;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.ConfirmOutcome;
import dev.halftone.core.account.Identities;
import dev.halftone.core.account.LinkOutcome;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SignInOutcome;
import dev.halftone.core.account.VerifiedPerson;
import dev.halftone.core.mail.Letter;
import dev.halftone.core.profile.SignInWays;
import dev.halftone.identity.Purpose;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.Metrics;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What happens with somebody whom a provider vouched for, whichever way they came. */
final class Arrivals {
    private final Identities identities;
    private final SignInWays ways;
    private final AccountNews news;
    private final BrowserSessions sessions;
    private final Clock clock;

    Arrivals(
            Identities identities,
            SignInWays ways,
            AccountNews news,
            BrowserSessions sessions,
            Clock clock) {
        this.identities = identities;
        this.ways = ways;
        this.news = news;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Lets them in, or does what they came for.
     *
     * @param caller who is signed in in this browser; there for every purpose but to sign in
     */
    ArrivalOutcome arrive(
            VerifiedPerson person,
            Purpose purpose,
            String way,
            @Nullable Session caller,
            HttpRequest request) {
        return switch (purpose) {
            case SIGN_IN -> signIn(person, way, request);
            case CONFIRM ->
                    caller == null
                            ? new ArrivalOutcome.Refused(RefusedArrival.NOT_FRESH)
                            : confirm(person, way, caller, request);
            case LINK ->
                    caller == null
                            ? new ArrivalOutcome.Refused(RefusedArrival.NOT_FRESH)
                            : link(person, way, caller);
        };
    }

    private ArrivalOutcome signIn(VerifiedPerson person, String way, HttpRequest request) {
        return switch (sessions.begin(person, way, request)) {
            case SignInOutcome.Opened opened -> {
                Metrics.count("sign_in_completed");
                yield new ArrivalOutcome.Arrived(sessions.show(opened.token()));
            }
            case SignInOutcome.EmailRequired _ ->
                    new ArrivalOutcome.Refused(RefusedArrival.EMAIL_REQUIRED);
            case SignInOutcome.NotLinked _ -> new ArrivalOutcome.Refused(RefusedArrival.NOT_LINKED);
        };
    }

    /** Another session than before: whoever looked over the person's shoulder is out. */
    private ArrivalOutcome confirm(
            VerifiedPerson person, String way, Session caller, HttpRequest request) {
        return switch (sessions.confirm(caller, person, way, request)) {
            case ConfirmOutcome.Confirmed confirmed ->
                    new ArrivalOutcome.Arrived(sessions.show(confirmed.token()));
            case ConfirmOutcome.SomebodyElse _ ->
                    new ArrivalOutcome.Refused(RefusedArrival.SOMEBODY_ELSE);
        };
    }

    private ArrivalOutcome link(VerifiedPerson person, String way, Session caller) {
        LinkedIdentity linked = person.linked(way, clock.instant());
        return switch (identities.link(caller.user(), person.identity(), linked)) {
            case LinkOutcome.Linked _ -> {
                news.record(
                        caller,
                        AccountEvent.Kind.WAY_LINKED,
                        new Letter.WayLinked(ways.title(way)));
                yield new ArrivalOutcome.Arrived(sessions.show(sessions.rotate(caller)));
            }
            case LinkOutcome.AlreadyTheirs _ ->
                    new ArrivalOutcome.Arrived(sessions.show(sessions.rotate(caller)));
            case LinkOutcome.InUse _ -> new ArrivalOutcome.Refused(RefusedArrival.IN_USE);
            case LinkOutcome.TooMany _ -> new ArrivalOutcome.Refused(RefusedArrival.TOO_MANY);
        };
    }
}
