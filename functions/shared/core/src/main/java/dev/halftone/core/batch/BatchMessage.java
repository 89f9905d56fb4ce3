package dev.halftone.core.batch;

import dev.halftone.core.PermanentFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message: somebody should look at a batch. It carries no state, so a lost one does no harm. */
public record BatchMessage(BatchId batch) {

    private static final Pattern FORM =
            Pattern.compile("\\{\"v\":1,\"batch\":\"(bat_[0-9a-f]{32})\"}");

    /** The message body. */
    public String body() {
        return "{\"v\":1,\"batch\":\"%s\"}".formatted(batch);
    }

    /**
     * Reads a message body.
     *
     * @throws PermanentFailure if the body is none that this version writes
     */
    public static BatchMessage parse(String body) {
        Matcher matcher = FORM.matcher(body);
        if (!matcher.matches()) {
            throw new PermanentFailure("queue", "unreadable message");
        }
        return new BatchMessage(new BatchId(matcher.group(1)));
    }
}
