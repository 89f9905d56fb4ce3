package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.Usages;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BalanceSheet;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import java.time.Clock;
import java.time.Instant;

/** What a person has. */
final class AccountRoutes {
    private final Ledger ledger;
    private final Usages usages;
    private final Plans plans;
    private final Clock clock;

    AccountRoutes(Ledger ledger, Usages usages, Plans plans, Clock clock) {
        this.ledger = ledger;
        this.usages = usages;
        this.plans = plans;
        this.clock = clock;
    }

    HttpResponse balance(HttpRequest request, SignedIn caller) {
        Account account =
                ledger.account(caller.account()).orElseGet(() -> Account.empty(caller.account()));
        Instant now = clock.instant();
        Usages.Usage usage = usages.usage(caller.user(), caller.account(), now);
        return HttpResponse.json(
                200,
                BalanceResource.of(
                        BalanceSheet.of(account, now),
                        PlanResource.of(plans.of(usage.plan()), usage.made(), now)));
    }
}
