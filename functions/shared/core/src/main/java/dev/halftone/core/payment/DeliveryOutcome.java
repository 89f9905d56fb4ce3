package dev.halftone.core.payment;

import java.util.List;
import java.util.Locale;

/** What a delivery turned out to be. */
public sealed interface DeliveryOutcome {

    /**
     * The processor's own.
     *
     * @param eventId what it calls the message; the same message may come again under another one
     * @param type what it calls the kind of message
     * @param facts what it says; none if it says nothing that matters here
     */
    record Verified(String eventId, String type, List<PaymentFact> facts)
            implements DeliveryOutcome {

        public Verified {
            facts = List.copyOf(facts);
        }
    }

    /** Not to be believed; nothing of it was looked at. */
    record Refused(Reason reason) implements DeliveryOutcome {}

    /** Why a delivery is not believed. */
    enum Reason {
        /** We have no secret to check it with. */
        NO_SECRET,
        UNSIGNED,
        /** Signed with another secret, or changed since. */
        FORGED,
        /** Signed too long ago. */
        STALE,
        /** Signed later than now. */
        FUTURE,
        /** Of the test mode where money moves, or the other way round. */
        OTHER_MODE,
        /** Signed, but not a message. */
        UNREADABLE;

        /** The word for it, such as {@code forged}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
