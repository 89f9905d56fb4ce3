package dev.halftone.function.signin;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Language;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.Users;
import dev.halftone.core.mail.Letter;
import dev.halftone.core.mail.Mail;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what was done with their account. What was done stays done if nobody can be told.
 */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Users users;
    private final Mail mail;

    Notices(Users users, Mail mail) {
        this.users = users;
        this.mail = mail;
    }

    /** Writes to the address that the person proved to be theirs; without one, to nobody. */
    void tell(UserId user, Letter letter) {
        attempt(
                () ->
                        users.find(user)
                                .filter(User::emailVerified)
                                .ifPresent(
                                        known ->
                                                mail.send(known.email(), language(known), letter)));
    }

    void write(Email to, Language language, Letter letter) {
        attempt(() -> mail.send(to, language, letter));
    }

    private static void attempt(Runnable telling) {
        try {
            telling.run();
        } catch (DependencyFailure e) {
            LOG.atWarn()
                    .addKeyValue(LogField.DEPENDENCY.key(), e.dependency())
                    .setCause(e)
                    .log("Notice not sent");
            Metrics.count("notice_not_sent");
        }
    }

    static Language language(User user) {
        return user.language() == null ? Language.EN : user.language();
    }
}
