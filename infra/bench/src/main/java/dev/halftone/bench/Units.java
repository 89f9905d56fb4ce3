package dev.halftone.bench;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.ledger.Account;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.engines.WriteMeter;
import dev.halftone.engines.WriteMeter.Written;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What AWS bills for one submission and one post; {@link WriteMeter} says by which rule. */
final class Units {

    private final Tables tables;
    private final AtomicLong numbers;
    private final WriteMeter meter;
    private final DynamoDbClient client;

    Units(Tables tables, AtomicLong numbers) {
        this.tables = tables;
        this.numbers = numbers;
        this.meter = new WriteMeter(tables.client());
        this.client = tables.client(List.of(meter));
    }

    void print(PrintStream out) {
        Table table =
                new Table(
                        out,
                        "grants",
                        "step",
                        "account",
                        "transfer",
                        "line",
                        "statement",
                        "ledger",
                        "generation");
        for (int grants : List.of(1, 8, 40)) {
            AccountId id = tables.account(grants);
            Account account =
                    new DynamoDbLedger(tables.client(), Tables.LEDGER).account(id).orElseThrow();
            AdapterPairs pairs = new AdapterPairs(client);
            Generation accepted =
                    pairs.submit(id, numbers.incrementAndGet(), account.available().amount() - 1);
            row(table, grants, "submit", meter.take());
            pairs.post(accepted);
            row(table, grants, "post", meter.take());
        }
    }

    private static void row(Table table, int grants, String step, List<Written> written) {
        table.row(
                grants,
                step,
                units(written, each -> each.sort().equals("ACCOUNT")),
                units(written, each -> each.sort().startsWith("PENDING#")),
                units(written, each -> isLine(each) && !isIndex(each)),
                units(written, each -> isLine(each) && isIndex(each)),
                units(written, each -> each.table().equals(Tables.LEDGER)),
                units(written, each -> each.table().equals(Tables.STUDIO)));
    }

    private static boolean isLine(Written written) {
        return written.sort().startsWith("JOURNAL#");
    }

    private static boolean isIndex(Written written) {
        return !written.place().equals(written.table());
    }

    private static int units(List<Written> written, Predicate<Written> which) {
        return WriteMeter.units(written.stream().filter(which).toList());
    }
}
