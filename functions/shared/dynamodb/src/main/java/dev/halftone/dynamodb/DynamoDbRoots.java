package dev.halftone.dynamodb;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.Proof;
import dev.halftone.core.seal.PublicKeyText;
import dev.halftone.core.seal.Root;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.SignedRoot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The roots in the Ledger table: {@link RootItem} and {@link ProofItem} say how they are laid out,
 * {@link SealHeadItem} names the root that covers an account.
 */
public final class DynamoDbRoots implements Roots {

    // As many actions as a transaction may have. Not a batch: leave to write one is leave to
    // delete.
    private static final int PROOFS_TOGETHER = 100;
    private static final int KEYS_MAX = 100;

    private final Tables tables;
    private final String table;

    public DynamoDbRoots(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public void keep(PublicKeyText key, Instant now) {
        tables.putNew(table, RootItem.of(key, now));
    }

    @Override
    public List<PublicKeyText> keys() {
        return tables.query(RootItem.keys(table).limit(KEYS_MAX).build()).items().stream()
                .sorted(Comparator.comparing(RootItem::since))
                .map(RootItem::readKey)
                .toList();
    }

    @Override
    public Optional<SignedRoot> latest() {
        return tables
                .query(RootItem.after(table, 0).scanIndexForward(false).limit(1).build())
                .items()
                .stream()
                .findFirst()
                .map(RootItem::read);
    }

    @Override
    public List<SignedRoot> roots(long after, int limit) {
        if (limit < 1 || limit > ROOTS_MAX) {
            throw new IllegalArgumentException("A page has 1 to " + ROOTS_MAX + " roots");
        }
        // A thousand of these items are less than the megabyte that one answer holds.
        return tables.query(RootItem.after(table, after).limit(limit).build()).items().stream()
                .map(RootItem::read)
                .toList();
    }

    @Override
    public boolean publish(SignedRoot signed, List<Proof> proofs) {
        Root root = signed.root();
        for (int from = 0; from < proofs.size(); from += PROOFS_TOGETHER) {
            List<TransactWriteItem> together =
                    proofs.subList(from, Math.min(from + PROOFS_TOGETHER, proofs.size())).stream()
                            .map(proof -> ProofItem.put(table, proof, root.number(), root.tree()))
                            .toList();
            tables.write(together);
        }
        Map<String, AttributeValue> item = RootItem.of(signed);
        return switch (tables.putNew(table, item)) {
            case WriteOutcome.Written _ -> true;
            // The echo of our own write is no other root.
            case WriteOutcome.Refused refused -> refused.at(0).orElse(Map.of()).equals(item);
        };
    }

    @Override
    public void covered(Head head, Root root, Instant now) {
        switch (tables.update(SealHeadItem.signed(table, head, root, now))) {
            case WriteOutcome.Written _ -> {}
            // It has grown, waits for something else or has a newer root, which the next one sees.
            case WriteOutcome.Refused _ -> tables.update(SealHeadItem.covered(table, head, root));
        }
    }

    @Override
    public Optional<Coverage> coverage(AccountId account) {
        Map<String, AttributeValue> stored = tables.get(table, SealHeadItem.key(account));
        if (!stored.containsKey(SealHeadItem.ROOT)) {
            return Optional.empty();
        }
        Attributes head = Attributes.ofItem(stored);
        long number = head.number(SealHeadItem.ROOT);
        SignedRoot root = RootItem.read(tables.get(table, RootItem.key(number)));
        Proof proof =
                ProofItem.read(
                        account,
                        tables.get(
                                table,
                                ProofItem.key(account, number, head.text(SealHeadItem.TREE))));
        return Optional.of(new Coverage(root, proof));
    }
}
