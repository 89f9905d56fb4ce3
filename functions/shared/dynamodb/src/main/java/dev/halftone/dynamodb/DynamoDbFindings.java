package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.audit.Finding;
import dev.halftone.core.audit.Findings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Findings in the Ledger table, all together, so that an operator need not know whose they are.
 *
 * <pre>
 * pk FINDING  sk FINDING#&lt;account&gt;#&lt;kind&gt;#&lt;number of the line&gt;
 * </pre>
 */
public final class DynamoDbFindings implements Findings {

    private static final String FINDING = "FINDING";
    private static final String FOUND_AT = "foundAt"; // S, instant, when it was found first

    private final Tables tables;
    private final String table;

    public DynamoDbFindings(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public boolean keep(Finding finding, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(key(finding));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(FOUND_AT, s(now));
        return switch (tables.putNew(table, item)) {
            case WriteOutcome.Written _ -> true;
            case WriteOutcome.Refused _ -> false;
        };
    }

    static Map<String, AttributeValue> key(Finding finding) {
        return Attributes.key(
                FINDING,
                "%s#%s#%s#%d"
                        .formatted(
                                FINDING,
                                finding.account(),
                                finding.kind().label(),
                                finding.number()));
    }
}
