package dev.halftone.dynamodb;

import dev.halftone.core.account.SignInAddress;
import dev.halftone.core.account.SignInAddresses;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Addresses in the Sessions table, as {@link SessionItems} lays them out. */
public final class DynamoDbSignInAddresses implements SignInAddresses {

    private final Tables tables;
    private final String table;

    public DynamoDbSignInAddresses(DynamoDbClient client, String table) {
        this.tables = new Tables(client);
        this.table = table;
    }

    @Override
    public void keep(SignInAddress address) {
        tables.put(table, SessionItems.item(address));
    }

    @Override
    public List<SignInAddress> readable(UserId user, Instant now) {
        return tables
                .query(SessionItems.allOf(table, user, SessionItems.ADDRESS_SORT))
                .items()
                .stream()
                .map(Attributes::ofItem)
                .map(SessionItems::address)
                .filter(address -> address.isReadable(now))
                .toList();
    }
}
