package dev.halftone.core.mail;

import java.time.Instant;

/** What became of the wish for another address. */
public sealed interface AskOutcome {

    /** A letter is on its way; whether it holds a code, only its reader knows. */
    record Asked(Instant until) implements AskOutcome {}

    /** It is the verified address already. */
    record Same() implements AskOutcome {}

    /** As many letters were sent today as may be; {@code again} is when more may. */
    record TooMany(Instant again) implements AskOutcome {}
}
