package dev.halftone.dynamodb;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.Checkpoint;
import dev.halftone.core.seal.Checkpoints;
import dev.halftone.core.seal.SignedCheckpoint;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checkpoints in the Ledger table; {@link CheckpointItem} says how they are laid out. */
public final class DynamoDbCheckpoints implements Checkpoints {

    private final Tables tables;
    private final String table;

    public DynamoDbCheckpoints(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public Optional<Checkpoint> audited(AccountId account) {
        Map<String, AttributeValue> item = tables.get(table, CheckpointItem.auditedKey(account));
        return item.isEmpty() ? Optional.empty() : Optional.of(CheckpointItem.read(item));
    }

    @Override
    public void audited(Checkpoint checkpoint) {
        tables.update(CheckpointItem.audited(table, checkpoint));
    }

    @Override
    public Optional<SignedCheckpoint> retained(AccountId account) {
        Map<String, AttributeValue> item = tables.get(table, CheckpointItem.retainedKey(account));
        return item.isEmpty() ? Optional.empty() : Optional.of(CheckpointItem.readSigned(item));
    }

    @Override
    public void retain(SignedCheckpoint checkpoint) {
        tables.update(CheckpointItem.retained(table, checkpoint));
    }
}
