package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Customers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Customers in the Ledger table, beside the accounts whose owners they are.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk CUSTOMER#&lt;processor&gt;
 * </pre>
 */
public final class DynamoDbCustomers implements Customers {

    private static final String PREFIX = "CUSTOMER#";
    private static final String CUSTOMER = "customer"; // S

    private final Tables tables;
    private final String table;

    public DynamoDbCustomers(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public Optional<CustomerReference> of(AccountId account, String processor) {
        return read(processor, tables.get(table, key(account, processor)));
    }

    @Override
    public CustomerReference keep(AccountId account, CustomerReference customer) {
        Map<String, AttributeValue> item = new HashMap<>(key(account, customer.processor()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(CUSTOMER, s(customer.value()));
        return switch (tables.putNew(table, item)) {
            case WriteOutcome.Written _ -> customer;
            case WriteOutcome.Refused refused ->
                    read(customer.processor(), refused.at(0).orElse(Map.of())).orElse(customer);
        };
    }

    private static Optional<CustomerReference> read(
            String processor, Map<String, AttributeValue> stored) {
        return stored.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CustomerReference(processor, Attributes.ofItem(stored).text(CUSTOMER)));
    }

    private static Map<String, AttributeValue> key(AccountId account, String processor) {
        return Attributes.key(AccountItem.pk(account), PREFIX + processor);
    }
}
