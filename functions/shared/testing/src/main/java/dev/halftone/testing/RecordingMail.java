package dev.halftone.testing;

import dev.halftone.core.account.Email;
import dev.halftone.core.account.Language;
import dev.halftone.core.mail.Letter;
import dev.halftone.core.mail.Mail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps every letter, or refuses them all. */
public final class RecordingMail implements Mail {

    private final List<Sent> sent = new ArrayList<>();
    private @Nullable RuntimeException failure;

    /** One letter. */
    public record Sent(Email to, Language language, Letter letter) {}

    @Override
    public synchronized void send(Email to, Language language, Letter letter) {
        if (failure != null) {
            throw failure;
        }
        sent.add(new Sent(to, language, letter));
    }

    /** The oldest first. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** From now on nobody takes letters. */
    public synchronized void fail(RuntimeException with) {
        failure = with;
    }
}
