package dev.halftone.core.seal;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * News of an entry.
 *
 * @param id how the bearer calls the news
 * @param entry {@code null} if it could not be read
 */
public record Arrival(String id, AccountId account, @Nullable JournalEntry entry) {}
