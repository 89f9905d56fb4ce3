package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Small items in an account's partition that list others of it by when they were made.
 *
 * @param prefix of their sort keys, which milliseconds and a name follow
 * @param name the form of the names
 */
record Listed(String prefix, String name) {

    private static final String MILLIS = "%013d";
    private static final String MILLIS_FORM = "\\d{13}";

    static String sort(String prefix, Instant at, String name) {
        return prefix + MILLIS.formatted(at.toEpochMilli()) + "#" + name;
    }

    /** A page of the names, newest first. */
    Page<String> page(
            Tables tables, String table, AccountId account, int limit, @Nullable String cursor) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("pk = :account AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":account",
                                        s(AccountItem.pk(account)),
                                        ":prefix",
                                        s(prefix)))
                        .scanIndexForward(false)
                        .consistentRead(true);
        if (cursor != null) {
            String sort = Cursor.read(cursor, form());
            query.exclusiveStartKey(Attributes.key(AccountItem.pk(account), sort));
        }
        return tables.page(
                query,
                limit,
                Attributes.SK,
                item -> {
                    String sort = new Attributes(item).text(Attributes.SK);
                    return sort.substring(sort.indexOf('#', prefix.length()) + 1);
                });
    }

    private Pattern form() {
        return Pattern.compile(prefix + MILLIS_FORM + "#" + name);
    }
}
