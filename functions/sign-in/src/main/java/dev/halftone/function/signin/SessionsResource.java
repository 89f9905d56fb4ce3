package dev.halftone.function.signin;

import dev.halftone.core.account.Session;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's sessions, as JSON. */
record SessionsResource(List<Entry> items) {

    SessionsResource {
        items = List.copyOf(items);
    }

    /**
     * One of them.
     *
     * @param current whether it is the one that asks
     * @param network what the address began with; empty if that is not known
     * @param address the whole of it, for as long as it is kept
     * @param usedAt to the day
     */
    record Entry(
            String id,
            boolean current,
            String way,
            String device,
            String network,
            @Nullable String address,
            Instant signedInAt,
            Instant usedAt,
            Instant endsAt) {

        static Entry of(Session session, Session asking, @Nullable String address) {
            return new Entry(
                    session.id(),
                    session.id().equals(asking.id()),
                    session.origin().way(),
                    session.origin().device(),
                    session.origin().addressPrefix(),
                    address,
                    session.authenticatedAt(),
                    session.usedAt(),
                    session.endsAt());
        }
    }
}
