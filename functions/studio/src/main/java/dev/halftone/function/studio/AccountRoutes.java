package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BalanceSheet;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import java.time.Clock;

/** What a person has. */
final class AccountRoutes {
    private final Ledger ledger;
    private final Clock clock;

    AccountRoutes(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    HttpResponse balance(HttpRequest request, SignedIn caller) {
        Account account =
                ledger.account(caller.account()).orElseGet(() -> Account.empty(caller.account()));
        return HttpResponse.json(
                200, BalanceResource.of(BalanceSheet.of(account, clock.instant())));
    }
}
