package dev.halftone.core.mail;

import dev.halftone.core.account.Email;
import dev.halftone.core.account.UserId;
import java.time.Instant;

/**
 * An address that a person wants and has not proved to be theirs yet; a person has one at most.
 *
 * @param codeHash SHA-256 of the code that was mailed; the code itself is nowhere
 * @param codeEndsAt when the code stops working
 * @param mails how many were sent since the day of {@code dayEndsAt} began
 * @param dayEndsAt when the count begins anew, and the record may go
 */
public record PendingEmail(
        UserId user,
        Email address,
        String codeHash,
        Instant codeEndsAt,
        int mails,
        Instant dayEndsAt) {

    boolean opensWith(EmailCode code, Instant now) {
        return codeHash.equals(code.hash()) && now.isBefore(codeEndsAt);
    }
}
