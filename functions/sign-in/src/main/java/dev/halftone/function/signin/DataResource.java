package dev.halftone.function.signin;

import dev.halftone.core.account.UserId;
import dev.halftone.core.privacy.Disclosure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is stored about the caller's account, as JSON. */
record DataResource(String user, String copiedAt, List<RecordResource> records) {

    DataResource {
        records = List.copyOf(records);
    }

    /**
     * @param about what it is kept for, such as {@code who a person is}
     */
    record RecordResource(String about, String record, Map<String, Object> values) {}

    static DataResource of(UserId user, Instant now, List<Disclosure.Entry> told) {
        return new DataResource(
                user.value(),
                now.toString(),
                told.stream()
                        .map(
                                each ->
                                        new RecordResource(
                                                each.category().title(),
                                                each.name().toLowerCase(Locale.ROOT),
                                                each.values()))
                        .toList());
    }
}
