package dev.halftone.core.mail;

import dev.halftone.core.Entropy;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Language;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A person takes another address by reading what is written to it.
 *
 * <p>Who asks for an address that is somebody else's is answered like anybody: only the letter
 * differs, and it goes to its owner. So nobody learns here who has an account.
 */
public final class ChangeEmail {

    /** How long a mailed code works. */
    public static final Duration CODE_MAX = Duration.ofMinutes(30);

    /** How many letters one person has sent within a day: the readers did not ask for them. */
    public static final int MAILS_A_DAY_MAX = 5;

    private static final Duration DAY = Duration.ofDays(1);

    private final EmailChanges changes;
    private final Mail mail;
    private final Entropy entropy;

    public ChangeEmail(EmailChanges changes, Mail mail, Entropy entropy) {
        this.changes = changes;
        this.mail = mail;
        this.entropy = entropy;
    }

    /**
     * Writes to an address whose reader may make it the account's.
     *
     * @param page where the code is to be brought, without it
     * @param language of the letter
     */
    public AskOutcome ask(User user, Email address, URI page, Language language, Instant now) {
        if (user.emailVerified() && user.email().equals(address)) {
            return new AskOutcome.Same();
        }
        Optional<PendingEmail> before = changes.pending(user.id());
        Optional<PendingEmail> today = before.filter(known -> now.isBefore(known.dayEndsAt()));
        int mails = today.map(PendingEmail::mails).orElse(0);
        Instant dayEndsAt = today.map(PendingEmail::dayEndsAt).orElse(now.plus(DAY));
        if (mails >= MAILS_A_DAY_MAX) {
            return new AskOutcome.TooMany(dayEndsAt);
        }
        EmailCode code = EmailCode.fresh(entropy);
        Instant until = now.plus(CODE_MAX);
        PendingEmail next =
                new PendingEmail(user.id(), address, code.hash(), until, mails + 1, dayEndsAt);
        // Two clicks at once are one: the letter of the other one is on its way.
        if (changes.keep(before.orElse(null), next)) {
            mail.send(address, language, letter(user, address, URI.create(page + code.secret())));
        }
        return new AskOutcome.Asked(until);
    }

    private Letter letter(User user, Email address, URI link) {
        Optional<UserId> holder = changes.holder(address);
        return holder.isPresent() && !holder.get().equals(user.id())
                ? new Letter.AddressInUse()
                : new Letter.ConfirmAddress(link);
    }

    /** Makes the address, whose reader brings {@code code}, the account's. */
    public ReplaceOutcome confirm(User user, EmailCode code, Instant now) {
        Optional<PendingEmail> proved =
                changes.pending(user.id()).filter(pending -> pending.opensWith(code, now));
        return proved.isPresent()
                ? changes.replace(user, proved.get())
                : new ReplaceOutcome.Outdated();
    }
}
