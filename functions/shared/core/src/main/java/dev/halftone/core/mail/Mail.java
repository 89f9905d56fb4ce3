package dev.halftone.core.mail;

import dev.halftone.core.account.Email;
import dev.halftone.core.account.Language;

/** Hands letters to whoever delivers them. */
public interface Mail {

    /**
     * Hands one letter over. That it was taken does not mean that it arrives.
     *
     * @throws dev.halftone.core.TransientFailure if nobody takes it now
     * @throws dev.halftone.core.PermanentFailure if nobody ever will
     */
    void send(Email to, Language language, Letter letter);
}
