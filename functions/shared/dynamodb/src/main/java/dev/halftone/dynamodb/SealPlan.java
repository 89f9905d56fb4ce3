package dev.halftone.dynamodb;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.LineText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Which lines a chain is to grow by, from what was read of it.
 *
 * @param head the item of the head, without attributes if there is none
 */
record SealPlan(AccountId account, Map<String, AttributeValue> head, List<JournalEntry> unsealed) {

    static SealPlan of(
            AccountId account,
            List<JournalEntry> entries,
            List<Map<String, AttributeValue>> found) {
        Map<String, AttributeValue> head = Map.of();
        Set<String> sealed = new HashSet<>();
        for (Map<String, AttributeValue> item : found) {
            if (SealHeadItem.is(item)) {
                head = item;
            } else {
                sealed.add(SealItem.marked(item));
            }
        }
        return new SealPlan(
                account,
                head,
                entries.stream().filter(entry -> !sealed.contains(entry.key())).toList());
    }

    boolean isEmpty() {
        return unsealed.isEmpty();
    }

    int size() {
        return unsealed.size();
    }

    /** The head first, then the line and the marker of each entry. */
    List<TransactWriteItem> actions(String table, Instant now) {
        Head after = head.isEmpty() ? Head.begin(account) : SealHeadItem.read(account, head);
        List<TransactWriteItem> lines = new ArrayList<>();
        for (JournalEntry entry : unsealed) {
            after = after.then(LineText.of(entry));
            lines.add(SealItem.putNew(table, after, entry.key()));
            lines.add(SealItem.putNewMarker(table, after, entry.key()));
        }
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(
                head.isEmpty()
                        ? SealHeadItem.open(table, after, now)
                        : SealHeadItem.move(table, head, after, now));
        actions.addAll(lines);
        return actions;
    }
}
