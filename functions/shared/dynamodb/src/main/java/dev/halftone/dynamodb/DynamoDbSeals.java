package dev.halftone.dynamodb;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.LineText;
import dev.halftone.core.seal.SealedLine;
import dev.halftone.core.seal.Seals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The chains in the Ledger table: {@link SealHeadItem} and {@link SealItem} say how they are laid
 * out. Head, lines and markers are written together or not at all.
 */
public final class DynamoDbSeals implements Seals {

    // A transaction has at most 100 actions: the head, and two for each entry.
    private static final int TOGETHER_MAX = 40;
    private static final int KEYS_MAX = 100;
    private static final int DUE_MAX = 1_000;
    // Each try decides from what it read; only sealers of the same account refuse each other.
    private static final int TRIES_MAX = 16;

    private final Tables tables;
    private final String table;

    public DynamoDbSeals(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public int seal(AccountId account, List<JournalEntry> entries, Instant now) {
        Map<String, JournalEntry> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.putIfAbsent(entry.key(), entry));
        List<JournalEntry> distinct = List.copyOf(byKey.values());
        int lines = 0;
        for (int from = 0; from < distinct.size(); from += TOGETHER_MAX) {
            int end = Math.min(from + TOGETHER_MAX, distinct.size());
            lines += sealTogether(account, distinct.subList(from, end), now);
        }
        return lines;
    }

    private int sealTogether(AccountId account, List<JournalEntry> entries, Instant now) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            SealPlan plan = read(account, entries);
            if (plan.isEmpty()) {
                return 0;
            }
            switch (tables.write(plan.actions(table, now))) {
                case WriteOutcome.Written _ -> {
                    return plan.size();
                }
                // Another sealer was faster, or this is the echo of our own write: look again.
                case WriteOutcome.Refused _ -> {}
            }
        }
        throw new TransientFailure("ledger", "the chain grew during every attempt");
    }

    private SealPlan read(AccountId account, List<JournalEntry> entries) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        keys.add(SealHeadItem.key(account));
        entries.forEach(entry -> keys.add(SealItem.markerKey(account, entry.key())));
        return SealPlan.of(account, entries, tables.getAll(table, keys));
    }

    @Override
    public List<JournalEntry> unsealed(AccountId account, List<JournalEntry> entries) {
        List<JournalEntry> unsealed = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += TOGETHER_MAX) {
            int end = Math.min(from + TOGETHER_MAX, entries.size());
            unsealed.addAll(read(account, entries.subList(from, end)).unsealed());
        }
        return unsealed;
    }

    @Override
    public Optional<Head> head(AccountId account) {
        Map<String, AttributeValue> item = tables.get(table, SealHeadItem.key(account));
        return item.isEmpty() ? Optional.empty() : Optional.of(SealHeadItem.read(account, item));
    }

    @Override
    public List<SealedLine> lines(AccountId account, long after, int limit) {
        if (limit < 1 || limit > LINES_MAX) {
            throw new IllegalArgumentException("A page has 1 to " + LINES_MAX + " lines");
        }
        // A thousand of these items are far from the megabyte that one answer holds.
        List<Map<String, AttributeValue>> seals =
                tables.query(SealItem.after(table, account, after).limit(limit).build()).items();
        Map<String, LineText> journal = new HashMap<>();
        for (int from = 0; from < seals.size(); from += KEYS_MAX) {
            journal.putAll(
                    journal(account, seals.subList(from, Math.min(from + KEYS_MAX, seals.size()))));
        }
        return seals.stream()
                .map(
                        seal ->
                                new SealedLine(
                                        SealItem.number(seal),
                                        SealItem.hash(seal),
                                        journal.get(SealItem.entry(seal))))
                .toList();
    }

    private Map<String, LineText> journal(
            AccountId account, List<Map<String, AttributeValue>> seals) {
        List<Map<String, AttributeValue>> keys =
                seals.stream()
                        .map(seal -> JournalItem.key(account, SealItem.entry(seal)))
                        .distinct()
                        .toList();
        Map<String, LineText> found = new HashMap<>();
        for (Map<String, AttributeValue> item : tables.getAll(table, keys)) {
            JournalItem.readLine(item).ifPresent(line -> found.put(line.key(), line));
        }
        return found;
    }

    @Override
    public List<DueHead> due(DueHead.Stage stage, int shard, int limit, @Nullable DueHead after) {
        if (limit < 1 || limit > DUE_MAX) {
            throw new IllegalArgumentException("A page has 1 to " + DUE_MAX + " heads");
        }
        QueryRequest.Builder query = SealHeadItem.due(table, stage, shard).limit(limit);
        if (after != null) {
            query.exclusiveStartKey(SealHeadItem.indexKey(stage, after));
        }
        return tables.query(query.build()).items().stream().map(SealHeadItem::readDue).toList();
    }

    @Override
    public void audited(Head head) {
        // Refused if the chain has grown: then it waits to be signed, and to be audited after that.
        tables.update(SealHeadItem.audited(table, head));
    }
}
