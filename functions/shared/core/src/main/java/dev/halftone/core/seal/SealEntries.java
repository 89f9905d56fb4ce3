package dev.halftone.core.seal;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Seals entries as the news of them arrives. */
public final class SealEntries {

    private final Seals seals;
    private final MissedEntries missed;

    public SealEntries(Seals seals, Ledger ledger) {
        this.seals = seals;
        this.missed = new MissedEntries(seals, ledger);
    }

    /**
     * What came of it.
     *
     * @param lines how many lines were sealed that were not before
     * @param failed the news to be brought again
     * @param failure why, the last of several; {@code null} if every entry that was read was sealed
     */
    public record Sealed(int lines, List<String> failed, @Nullable DependencyFailure failure) {

        public Sealed {
            failed = List.copyOf(failed);
        }
    }

    /**
     * Seals what can be. An entry that could not be read or sealed holds back what follows it in
     * its own account, so that the order stays, and nothing of the others.
     */
    public Sealed seal(List<Arrival> arrivals, Instant now) {
        Map<AccountId, List<Arrival>> byAccount = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            byAccount.computeIfAbsent(arrival.account(), _ -> new ArrayList<>()).add(arrival);
        }
        int lines = 0;
        List<String> failed = new ArrayList<>();
        DependencyFailure failure = null;
        for (Map.Entry<AccountId, List<Arrival>> news : byAccount.entrySet()) {
            List<JournalEntry> readable = readable(news.getValue());
            int held = readable.size();
            try {
                lines += seal(news.getKey(), readable, news.getValue().size(), now);
            } catch (DependencyFailure e) {
                failure = e;
                held = 0;
            }
            news.getValue().stream().skip(held).map(Arrival::id).forEach(failed::add);
        }
        return new Sealed(lines, failed, failure);
    }

    private int seal(AccountId account, List<JournalEntry> readable, int news, Instant now) {
        if (readable.isEmpty()) {
            return 0;
        }
        List<JournalEntry> entries = new ArrayList<>(missed.find(account, news));
        entries.addAll(readable);
        return seals.seal(account, entries, now);
    }

    private static List<JournalEntry> readable(List<Arrival> arrivals) {
        List<JournalEntry> entries = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival.entry() == null) {
                return entries;
            }
            entries.add(arrival.entry());
        }
        return entries;
    }
}
