package dev.halftone.function.signin;

import dev.halftone.core.account.AccountEvent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was changed about the caller's account, as JSON. */
record EventsResource(List<EventResource> items) {

    EventsResource {
        items = List.copyOf(items);
    }

    record EventResource(String kind, String at, @Nullable String way, @Nullable String device) {}

    static EventsResource of(List<AccountEvent> events) {
        return new EventsResource(
                events.stream()
                        .map(
                                event ->
                                        new EventResource(
                                                event.kind().name().toLowerCase(Locale.ROOT),
                                                event.at().toString(),
                                                event.way(),
                                                event.device()))
                        .toList());
    }
}
