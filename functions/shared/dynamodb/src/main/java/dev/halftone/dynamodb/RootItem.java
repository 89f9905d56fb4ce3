package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.seal.PublicKeyText;
import dev.halftone.core.seal.Root;
import dev.halftone.core.seal.Signature;
import dev.halftone.core.seal.SignedRoot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * What is published, in the Ledger table; nothing of it is about any one account.
 *
 * <pre>
 * pk ROOT  sk ROOT#&lt;number, 13 digits&gt;  a root, as it was signed
 *          sk SIGNER#&lt;key id&gt;           a key that signed
 * </pre>
 */
final class RootItem {

    static final String TEXT = "text"; // S, what was signed
    static final String KEY_ID = "keyId"; // S
    static final String SIGNATURE = "signature"; // S, base64

    private static final String PK = "ROOT";
    private static final String PREFIX = "ROOT#";
    private static final String SIGNER_PREFIX = "SIGNER#";
    private static final String PUBLIC_KEY = "publicKey"; // S, base64 of the DER form
    private static final String SINCE = "since"; // S, instant
    private static final long NUMBER_MAX = 9_999_999_999_999L;

    private RootItem() {}

    static Map<String, AttributeValue> key(long number) {
        return Attributes.key(PK, sort(number));
    }

    private static String sort(long number) {
        return "%s%013d".formatted(PREFIX, number);
    }

    static Map<String, AttributeValue> of(SignedRoot signed) {
        Map<String, AttributeValue> item = new HashMap<>(key(signed.root().number()));
        item.put(VERSION, Attributes.version());
        item.put(TEXT, s(signed.root().text()));
        item.put(KEY_ID, s(signed.signature().keyId()));
        item.put(SIGNATURE, s(signed.signature().value()));
        return item;
    }

    static SignedRoot read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new SignedRoot(
                Root.parse(item.text(TEXT)),
                new Signature(item.text(KEY_ID), item.text(SIGNATURE)));
    }

    static Map<String, AttributeValue> of(PublicKeyText key, Instant since) {
        Map<String, AttributeValue> item =
                new HashMap<>(Attributes.key(PK, SIGNER_PREFIX + key.id()));
        item.put(VERSION, Attributes.version());
        item.put(PUBLIC_KEY, s(key.base64()));
        item.put(SINCE, s(since));
        return item;
    }

    static PublicKeyText readKey(Map<String, AttributeValue> stored) {
        return new PublicKeyText(Attributes.ofItem(stored).text(PUBLIC_KEY));
    }

    static Instant since(Map<String, AttributeValue> stored) {
        return Attributes.ofItem(stored).instant(SINCE);
    }

    static QueryRequest.Builder after(String table, long number) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :root AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(
                        Map.of(
                                ":root", s(PK),
                                ":first", s(sort(number + 1)),
                                ":last", s(sort(NUMBER_MAX))))
                .consistentRead(true);
    }

    static QueryRequest.Builder keys(String table) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :root AND begins_with(sk, :key)")
                .expressionAttributeValues(Map.of(":root", s(PK), ":key", s(SIGNER_PREFIX)))
                .consistentRead(true);
    }
}
