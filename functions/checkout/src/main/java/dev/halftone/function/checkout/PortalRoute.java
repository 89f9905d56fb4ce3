package dev.halftone.function.checkout;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.payment.Customers;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the processor's own page for cards, invoices and subscriptions, for the caller alone. */
final class PortalRoute {
    private final PaymentTerms terms;
    private final Map<String, PaymentProcessor> processors;
    private final Customers customers;
    private final Supplier<URI> home;

    PortalRoute(
            PaymentTerms terms,
            Map<String, PaymentProcessor> processors,
            Customers customers,
            Supplier<URI> home) {
        this.terms = terms;
        this.processors = Map.copyOf(processors);
        this.customers = customers;
        this.home = home;
    }

    private record PortalResource(String url) {}

    HttpResponse open(HttpRequest request, SignedIn caller) {
        return switch (JsonBody.read(request, PortalBody.class)) {
            case Body.Invalid<PortalBody> invalid -> invalid.response();
            case Body.Valid<PortalBody>(PortalBody body) -> open(request, caller, body);
        };
    }

    private HttpResponse open(HttpRequest request, SignedIn caller, PortalBody body) {
        Optional<PaymentProcessor> processor =
                Optional.ofNullable(body.processor())
                        .or(() -> terms.processors().stream().findFirst().map(ProcessorTerms::id))
                        .flatMap(id -> Optional.ofNullable(processors.get(id)));
        return processor
                .map(each -> open(each, request, caller))
                .orElseGet(OrderProblems::unknownProcessor);
    }

    private HttpResponse open(PaymentProcessor processor, HttpRequest request, SignedIn caller) {
        return customers
                .of(caller.account(), processor.id())
                .map(
                        customer ->
                                processor.portal(
                                        customer,
                                        home.get().resolve("/account"),
                                        Spoken.in(request)))
                .map(url -> HttpResponse.json(200, new PortalResource(url.toString())))
                .orElseGet(OrderProblems::nothingBilled);
    }
}
