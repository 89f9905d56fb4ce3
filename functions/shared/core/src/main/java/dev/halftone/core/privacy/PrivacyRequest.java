package dev.halftone.core.privacy;

import dev.halftone.core.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What somebody asks for concerning what is kept of a person.
 *
 * @param id the number on the receipt
 * @param expedited whether it goes before all others
 * @param about whom it concerns: an address, or what an account is called, as whoever asks knows it
 * @param contact where whoever asks is reached; may be empty
 * @param text in their words; may be empty
 * @param deadline when it has to be answered at the latest
 */
public record PrivacyRequest(
        String id,
        Kind kind,
        boolean expedited,
        String about,
        String contact,
        String text,
        Instant receivedAt,
        Instant deadline) {

    /** An account of a minor goes within days, where the law gives a month (GDPR, art. 12(3)). */
    public static final Duration EXPEDITED_MAX = Duration.ofDays(7);

    public static final int ABOUT_CHARACTERS_MAX = 254;
    public static final int CONTACT_CHARACTERS_MAX = 254;
    public static final int TEXT_CHARACTERS_MAX = 2_000;

    private static final Pattern ID = Pattern.compile("prq_[0-9a-f]{32}");
    private static final int ENTROPY_BYTES = 16;

    /** What is asked for. */
    public enum Kind {
        ERASURE
    }

    public PrivacyRequest {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not the id of a request");
        }
        if (about.isBlank()
                || about.length() > ABOUT_CHARACTERS_MAX
                || contact.length() > CONTACT_CHARACTERS_MAX
                || text.length() > TEXT_CHARACTERS_MAX) {
            throw new IllegalArgumentException("A request is about somebody, and bounded");
        }
    }

    /** That what is kept of somebody too young has to go. */
    public static PrivacyRequest ofMinor(
            String about, String contact, String text, Entropy entropy, Instant now) {
        return new PrivacyRequest(
                "prq_" + HexFormat.of().formatHex(entropy.bytes(ENTROPY_BYTES)),
                Kind.ERASURE,
                true,
                about,
                contact,
                text,
                now,
                now.plus(EXPEDITED_MAX));
    }
}
