package dev.halftone.function.checkout;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.payment.HealOrder;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.StartCheckout;
import dev.halftone.core.payment.StartOutcome;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person orders, and what became of it. */
final class OrderRoutes {
    private static final int LIMIT_DEFAULT = 20;
    private static final int CURSOR_CHARACTERS_MAX = 500;
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?");

    private final StartCheckout starting;
    private final HealOrder healing;
    private final Orders orders;
    private final Settled settled;
    private final Supplier<URI> home;
    private final Clock clock;

    OrderRoutes(
            StartCheckout starting,
            HealOrder healing,
            Orders orders,
            Settled settled,
            Supplier<URI> home,
            Clock clock) {
        this.starting = starting;
        this.healing = healing;
        this.orders = orders;
        this.settled = settled;
        this.home = home;
        this.clock = clock;
    }

    /** One page, newest first. */
    private record Listing(List<OrderResource> items, @Nullable String nextCursor) {}

    HttpResponse order(HttpRequest request, SignedIn caller) {
        return switch (JsonBody.read(request, OrderBody.class)) {
            case Body.Invalid<OrderBody> invalid -> invalid.response();
            case Body.Valid<OrderBody>(OrderBody body) -> order(request, caller, body);
        };
    }

    private HttpResponse order(HttpRequest request, SignedIn caller, OrderBody body) {
        Optional<IdempotencyKey> click =
                request.header("idempotency-key").flatMap(IdempotencyKey::parse);
        if (click.isEmpty()) {
            return OrderProblems.keyRequired();
        }
        if (!body.immediateDelivery()) {
            return OrderProblems.consentRequired();
        }
        StartCheckout.Command command =
                new StartCheckout.Command(
                        caller.user(),
                        caller.account(),
                        click.get(),
                        body.product(),
                        body.currency(),
                        body.processor(),
                        Spoken.in(request),
                        home.get());
        return switch (starting.start(command, clock.instant())) {
            case StartOutcome.Started started -> shown(201, started.order());
            case StartOutcome.Existing existing -> shown(200, existing.order());
            case StartOutcome.KeyReused _ -> OrderProblems.keyReused();
            case StartOutcome.UnknownProduct _ -> OrderProblems.unknownProduct();
            case StartOutcome.UnknownProcessor _ -> OrderProblems.unknownProcessor();
            case StartOutcome.UnknownCurrency _ -> OrderProblems.invalidCurrency();
            case StartOutcome.AccountFrozen _ -> OrderProblems.frozen();
            case StartOutcome.TooMany many -> OrderProblems.tooMany(many.retryAfter());
        };
    }

    HttpResponse list(HttpRequest request, SignedIn caller) {
        String limit =
                request.queryParameter("limit")
                        .filter(text -> !text.isEmpty())
                        .orElse(Integer.toString(LIMIT_DEFAULT));
        if (!LIMIT.matcher(limit).matches() || Integer.parseInt(limit) > Orders.PAGE_MAX) {
            return Problem.of(
                            400,
                            "invalid_limit",
                            "A limit is a number from 1 to " + Orders.PAGE_MAX + ".")
                    .field("limit")
                    .response();
        }
        String cursor =
                request.queryParameter("cursor").filter(text -> !text.isEmpty()).orElse(null);
        if (cursor != null && cursor.length() > CURSOR_CHARACTERS_MAX) {
            return invalidCursor();
        }
        try {
            return HttpResponse.json(
                    200, listing(caller.account(), Integer.parseInt(limit), cursor));
        } catch (IllegalArgumentException _) {
            return invalidCursor();
        }
    }

    private Listing listing(AccountId account, int limit, @Nullable String cursor) {
        Page<Order> page = orders.of(account, limit, cursor);
        return new Listing(page.items().stream().map(this::resource).toList(), page.nextCursor());
    }

    HttpResponse one(HttpRequest request, SignedIn caller) {
        return OrderId.parse(request.pathParameter("id"))
                .flatMap(
                        id ->
                                healing.heal(
                                        new OrderReference(caller.account(), id), clock.instant()))
                .map(order -> shown(200, order))
                .orElseGet(OrderProblems::unknownOrder);
    }

    private HttpResponse shown(int status, Order order) {
        return HttpResponse.json(status, resource(order));
    }

    private OrderResource resource(Order order) {
        return OrderResource.of(order, settled.by(order).orElse(null), clock.instant());
    }

    private static HttpResponse invalidCursor() {
        return Problem.of(400, "invalid_cursor", "This is no nextCursor of this list.")
                .field("cursor")
                .response();
    }
}
