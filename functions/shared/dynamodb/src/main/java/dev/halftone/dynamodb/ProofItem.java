package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.Proof;
import dev.halftone.core.seal.Step;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * That an account's head is in a root, in the Ledger table.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk PROOF#&lt;root, 13 digits&gt;#&lt;first 16 digits of its tree&gt;
 * </pre>
 *
 * The tree is in the key, because two signers may try the same number at once; what the one left
 * that lost does no harm.
 */
final class ProofItem {

    private static final String PREFIX = "PROOF#";
    private static final int TREE_DIGITS = 16;
    private static final String NUMBER = "number"; // N, of the head
    private static final String HASH = "hash"; // S, of the head
    private static final String PATH = "path"; // S, the siblings from the leaf up

    private ProofItem() {}

    static Map<String, AttributeValue> key(AccountId account, long root, String tree) {
        return Attributes.key(
                AccountItem.pk(account),
                "%s%013d#%s".formatted(PREFIX, root, tree.substring(0, TREE_DIGITS)));
    }

    /** Whoever writes it writes the same. */
    static TransactWriteItem put(String table, Proof proof, long root, String tree) {
        Head head = proof.head();
        Map<String, AttributeValue> item = new HashMap<>(key(head.account(), root, tree));
        item.put(VERSION, Attributes.version());
        item.put(NUMBER, n(head.number()));
        item.put(HASH, s(head.hash()));
        item.put(PATH, s(Step.text(proof.path())));
        return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
    }

    static Proof read(AccountId account, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new Proof(
                new Head(account, item.number(NUMBER), item.text(HASH)),
                Step.parse(item.text(PATH)));
    }
}
