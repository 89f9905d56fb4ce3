package dev.halftone.function.checkout;

import dev.halftone.core.SigningKey;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.payment.HealOrder;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.StartCheckout;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.RateGate;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The routes of this function: the price list for everybody, the rest for its owner. */
final class CheckoutFunction {
    private CheckoutFunction() {}

    /** Answers a request of someone who is signed in. */
    @FunctionalInterface
    private interface OwnerRoute {
        HttpResponse handle(HttpRequest request, SignedIn caller);
    }

    static HttpFunction of(CheckoutConfig config, CheckoutPorts ports) {
        // Asked per request: a snapshot taken now must hold neither the key nor the address.
        Supplier<SigningKey> key =
                () ->
                        SigningKey.ofBase64(
                                ports.secrets().value(config.signingKeyParameter()).reveal());
        Supplier<URI> home =
                () -> URI.create(ports.secrets().value(config.publicUrlParameter()).reveal());
        SessionGuard guard =
                new SessionGuard(ports.sessions(), config.cookiePrefix(), home, ports.clock());
        Profile profile = ports.profile();
        PaymentTerms terms = ports.terms();
        OrderRoutes orders = orders(ports, home, key);
        ReceiptRoute receipts =
                new ReceiptRoute(
                        profile.brand().name(),
                        ports.processors(),
                        ports.orders(),
                        new Settled(ports.payments()));
        PortalRoute portal = new PortalRoute(terms, ports.processors(), ports.customers(), home);
        return new HttpFunction(
                Map.of(
                        "GET /v1/products",
                        request ->
                                HttpResponse.json(
                                        200, ProductsResource.of(terms, Spoken.in(request))),
                        "POST /v1/orders",
                        owner(
                                request -> guard.authenticateSessionAccepted(request, profile),
                                orders::order),
                        "GET /v1/orders",
                        owner(guard::authenticate, orders::list),
                        "GET /v1/orders/{id}",
                        owner(guard::authenticate, orders::one),
                        "GET /v1/orders/{id}/receipt",
                        owner(guard::authenticate, receipts::receipt),
                        "POST /v1/billing-portal",
                        owner(guard::authenticateSession, portal::open)),
                RateGate.of(ports.limits(), key, ports.clock()));
    }

    private static OrderRoutes orders(
            CheckoutPorts ports, Supplier<URI> home, Supplier<SigningKey> key) {
        return new OrderRoutes(
                new StartCheckout(
                        ports.terms(),
                        ports.processors(),
                        ports.orders(),
                        ports.customers(),
                        ports.ledger(),
                        key),
                new HealOrder(ports.processors(), ports.orders(), ports.applying()),
                ports.orders(),
                new Settled(ports.payments()),
                home,
                ports.clock());
    }

    private static Route owner(Function<HttpRequest, Guarded> asking, OwnerRoute route) {
        return request ->
                switch (asking.apply(request)) {
                    case Guarded.Refused refused -> refused.response();
                    case Guarded.Caller caller -> route.handle(request, caller.signedIn());
                };
    }
}
