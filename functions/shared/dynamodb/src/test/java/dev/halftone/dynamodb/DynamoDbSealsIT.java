package dev.halftone.dynamodb;

import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.testing.SealPorts;
import dev.halftone.testing.SealsContract;
import dev.halftone.testing.StudioPorts;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbSealsIT extends SealsContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }

    @Override
    protected SealPorts seals() {
        return TestStack.seals();
    }

    @Override
    protected void rewrite(JournalEntry entry, String reason) {
        update(entry, "SET reason = :new", AttributeValue.fromS(reason));
    }

    @Override
    protected void enrich(JournalEntry entry, long credits) {
        update(
                entry,
                "SET legs.available = legs.available + :new",
                AttributeValue.fromN(Long.toString(credits)));
    }

    @Override
    protected void lose(JournalEntry entry) {
        TestStack.client()
                .deleteItem(
                        delete ->
                                delete.tableName(TestStack.table("LedgerTable"))
                                        .key(JournalItem.key(entry.account(), entry.key())));
    }

    private static void update(JournalEntry entry, String expression, AttributeValue value) {
        TestStack.client()
                .updateItem(
                        update ->
                                update.tableName(TestStack.table("LedgerTable"))
                                        .key(JournalItem.key(entry.account(), entry.key()))
                                        .updateExpression(expression)
                                        .expressionAttributeValues(Map.of(":new", value)));
    }
}
