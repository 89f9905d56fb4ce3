package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.PK;
import static dev.halftone.dynamodb.Attributes.SK;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.Arrival;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the changes of the Ledger table, as its stream brings them, as news of entries. */
public final class JournalNews {

    private JournalNews() {}

    /**
     * What a change says: nothing if it is not of a line, and no entry if the line cannot be read.
     *
     * @param keys what the item is called, each attribute under the letters of its type
     * @param image what the item is now, likewise
     * @throws IllegalArgumentException if not even the account can be read
     */
    public static Optional<Arrival> read(
            String id, Map<String, Object> keys, Map<String, Object> image) {
        Attributes key = new Attributes(StreamImage.read(keys));
        if (!JournalItem.isLine(key.optionalText(SK).orElse(""))) {
            return Optional.empty();
        }
        AccountId account = AccountItem.id(key.optionalText(PK).orElse(""));
        return Optional.of(new Arrival(id, account, entry(account, image)));
    }

    private static @Nullable JournalEntry entry(AccountId account, Map<String, Object> image) {
        try {
            Map<String, AttributeValue> item = StreamImage.read(image);
            return JournalItem.read(account, item);
        } catch (PermanentFailure
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException _) {
            return null;
        }
    }
}
