package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.ReadStatement;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;

/** What a person has, and every line that explains it. */
final class AccountRoutes {
    private static final int STATEMENT_LIMIT_DEFAULT = 50;

    private final Ledger ledger;
    private final ReadStatement readStatement;

    AccountRoutes(Ledger ledger, ReadStatement readStatement) {
        this.ledger = ledger;
        this.readStatement = readStatement;
    }

    /** An account's balances; together they are what was granted. */
    private record Balances(long available, long pending, long used, long granted) {}

    HttpResponse balance(HttpRequest request, SignedIn caller) {
        Account account = ledger.account(caller.account()).orElse(Account.empty(caller.account()));
        return HttpResponse.json(
                200,
                new Balances(
                        account.available().amount(),
                        account.pending().amount(),
                        account.used().amount(),
                        account.granted().amount()));
    }

    HttpResponse statement(HttpRequest request, SignedIn caller) {
        return PageReader.answer(
                request,
                STATEMENT_LIMIT_DEFAULT,
                (limit, cursor) ->
                        StatementResource.of(readStatement.read(caller.account(), limit, cursor)));
    }
}
