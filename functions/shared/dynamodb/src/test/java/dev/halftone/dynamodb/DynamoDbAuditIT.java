package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.audit.Findings;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.Head;
import dev.halftone.testing.AuditContract;
import dev.halftone.testing.SealPorts;
import dev.halftone.testing.StudioPorts;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbAuditIT extends AuditContract {

    private static final String TABLE = TestStack.table("LedgerTable");

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }

    @Override
    protected SealPorts seals() {
        return TestStack.seals();
    }

    @Override
    protected Findings findings() {
        return new DynamoDbFindings(TestStack.client(), TABLE);
    }

    @Override
    protected Vandal vandal(AccountId account) {
        return new Hand(AccountItem.pk(account));
    }

    /** Somebody with the console. */
    private record Hand(String pk) implements Vandal {

        @Override
        public void spend(long credits) {
            set(
                    "ACCOUNT",
                    "SET used = used + :n, given = given - :n",
                    Map.of(),
                    Map.of(":n", n(credits)));
        }

        @Override
        public void fill(GrantId bucket, long credits) {
            set(
                    "ACCOUNT",
                    "SET buckets.#bucket.r = buckets.#bucket.r + :n",
                    Map.of("#bucket", bucket.value()),
                    Map.of(":n", n(credits)));
        }

        @Override
        public void count(long lines) {
            set("ACCOUNT", "SET entries = entries + :n", Map.of(), Map.of(":n", n(lines)));
        }

        @Override
        public void rewrite(JournalEntry entry, String reason) {
            set("JOURNAL#" + entry.key(), "SET reason = :new", Map.of(), Map.of(":new", s(reason)));
        }

        @Override
        public void lose(JournalEntry entry) {
            delete("JOURNAL#" + entry.key());
        }

        @Override
        public void add(JournalEntry entry) {
            Map<String, AttributeValue> item =
                    JournalItem.putNew(TABLE, entry, "by hand").put().item();
            TestStack.client().putItem(put -> put.tableName(TABLE).item(item));
        }

        @Override
        public void forge(long number, String hash) {
            set(seal(number), "SET #hash = :new", Map.of("#hash", "hash"), Map.of(":new", s(hash)));
        }

        @Override
        public void cut(long number) {
            delete(seal(number));
        }

        @Override
        public void moveHead(Head head) {
            set(
                    "SEALHEAD",
                    "SET #number = :number, #hash = :hash",
                    Map.of("#number", "number", "#hash", "hash"),
                    Map.of(":number", n(head.number()), ":hash", s(head.hash())));
        }

        @Override
        public void garble() {
            set("ACCOUNT", "SET available = :new", Map.of(), Map.of(":new", s("many")));
            set(
                    "SEALHEAD",
                    "SET #hash = :new",
                    Map.of("#hash", "hash"),
                    Map.of(":new", s("no hash")));
        }

        private static String seal(long number) {
            return "SEAL#%013d".formatted(number);
        }

        private void set(
                String sk,
                String expression,
                Map<String, String> names,
                Map<String, AttributeValue> values) {
            TestStack.client()
                    .updateItem(
                            update ->
                                    update.tableName(TABLE)
                                            .key(Attributes.key(pk, sk))
                                            .updateExpression(expression)
                                            .expressionAttributeNames(
                                                    names.isEmpty() ? null : names)
                                            .expressionAttributeValues(values));
        }

        private void delete(String sk) {
            TestStack.client()
                    .deleteItem(delete -> delete.tableName(TABLE).key(Attributes.key(pk, sk)));
        }
    }
}
