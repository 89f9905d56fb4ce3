package dev.halftone.testing;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.TransferId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Generations and ledger in memory, behind one lock: what the tables do by conditions, it does by
 * letting only one in.
 */
public final class InMemoryStudio {

    // Guarded by this object's monitor.
    final Map<GenerationId, Stored> generations = new HashMap<>();
    final Map<AccountId, Account> accounts = new HashMap<>();
    final Map<TransferId, Transfer> transfers = new HashMap<>();
    final Set<BusinessKey> keys = new HashSet<>();
    final Map<GrantId, Grant> grants = new HashMap<>();
    private final Map<AccountId, NavigableMap<String, JournalEntry>> journals = new HashMap<>();

    private final InMemoryLedger ledger = new InMemoryLedger(this);
    private final InMemorySubmissions submissions = new InMemorySubmissions(this);
    private final InMemorySettlements settlements = new InMemorySettlements(this);
    private final InMemoryGenerations generationsPort = new InMemoryGenerations(this);

    /** A generation and whose change it is. */
    record Stored(Generation generation, @Nullable Claim claim) {}

    /** A transfer, open until it is posted or voided. */
    record Transfer(PendingTransfer transfer, boolean open) {}

    public Ledger ledger() {
        return ledger;
    }

    public Submissions submissions() {
        return submissions;
    }

    public Settlements settlements() {
        return settlements;
    }

    public Generations generations() {
        return generationsPort;
    }

    public StudioPorts ports() {
        return new StudioPorts(ledger, submissions, settlements, generationsPort);
    }

    NavigableMap<String, JournalEntry> journal(AccountId account) {
        return journals.computeIfAbsent(account, _ -> new TreeMap<>());
    }

    /** Adds a line to the journal; a line that is there already would be a second effect. */
    void write(JournalEntry entry) {
        boolean repeated =
                journal(entry.account()).values().stream()
                        .anyMatch(former -> former.key().equals(entry.key()));
        if (repeated) {
            throw new PermanentFailure("ledger", "the entry " + entry.key() + " exists");
        }
        String order = "%013d#%s".formatted(entry.at().toEpochMilli(), entry.key());
        journal(entry.account()).put(order, entry);
    }
}
