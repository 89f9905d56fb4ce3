package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BalanceSheet;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.ReadStatement;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import java.time.Clock;

/** What a person has, and every line that explains it. */
final class AccountRoutes {
    private static final int STATEMENT_LIMIT_DEFAULT = 50;

    private final Ledger ledger;
    private final ReadStatement readStatement;
    private final Clock clock;

    AccountRoutes(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.readStatement = new ReadStatement(ledger);
        this.clock = clock;
    }

    HttpResponse balance(HttpRequest request, SignedIn caller) {
        Account account =
                ledger.account(caller.account()).orElseGet(() -> Account.empty(caller.account()));
        return HttpResponse.json(
                200, BalanceResource.of(BalanceSheet.of(account, clock.instant())));
    }

    HttpResponse statement(HttpRequest request, SignedIn caller) {
        return PageReader.answer(
                request,
                STATEMENT_LIMIT_DEFAULT,
                (limit, cursor) ->
                        StatementResource.of(
                                readStatement.read(caller.account(), limit, cursor),
                                clock.instant()));
    }
}
