package dev.halftone.function.signin;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.AccountEvents;
import dev.halftone.core.account.Session;
import dev.halftone.core.mail.Letter;
import java.time.Clock;

/** What was done with an account: for its owner to read there, and to be told by mail. */
final class AccountNews {
    private final AccountEvents events;
    private final Notices notices;
    private final Clock clock;

    AccountNews(AccountEvents events, Notices notices, Clock clock) {
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    void record(Session by, AccountEvent.Kind kind) {
        events.record(by.user(), AccountEvent.by(by, kind, clock.instant()));
    }

    /** The same, for what somebody could do who took the account over. */
    void record(Session by, AccountEvent.Kind kind, Letter letter) {
        record(by, kind);
        notices.tell(by.user(), letter);
    }
}
