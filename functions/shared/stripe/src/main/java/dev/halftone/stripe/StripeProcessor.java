package dev.halftone.stripe;

import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.EventListParams;
import com.stripe.param.billingportal.SessionCreateParams;
import dev.halftone.core.Page;
import dev.halftone.core.account.Language;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.DeliveryOutcome.Reason;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentReference;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stripe as a processor: its checkout, its portal, its signed events and its own list of them. */
public final class StripeProcessor implements PaymentProcessor {

    private static final long EVENTS_PER_PAGE = 25;

    private final StripeApi stripe;
    private final SignatureCheck signatures;
    private final EventFacts facts;
    private final Papers papers;
    private final Clock clock;

    public StripeProcessor(StripeSetting setting) {
        this.stripe = new StripeApi(setting);
        this.signatures = new SignatureCheck(setting.webhookSecrets());
        this.facts = new EventFacts(stripe);
        this.papers = new Papers(stripe);
        this.clock = setting.clock();
    }

    @Override
    public String id() {
        return StripeApi.NAME;
    }

    @Override
    public Checkout open(CheckoutRequest request) {
        RequestOptions once =
                RequestOptions.builder()
                        .setIdempotencyKey("checkout:" + request.order().order().value())
                        .build();
        Session session =
                stripe.call(
                        api -> api.checkout().sessions().create(CheckoutParams.of(request), once));
        return new Checkout(
                session.getId(),
                URI.create(session.getUrl()),
                session.getLivemode(),
                Names.at(session.getExpiresAt()),
                Names.customer(session.getCustomer()));
    }

    @Override
    public URI portal(CustomerReference customer, URI returnUrl, Language language) {
        SessionCreateParams params =
                SessionCreateParams.builder()
                        .setCustomer(customer.value())
                        .setReturnUrl(returnUrl.toString())
                        .putExtraParam("locale", language.tag())
                        .build();
        return URI.create(
                stripe.call(api -> api.billingPortal().sessions().create(params)).getUrl());
    }

    @Override
    public DeliveryOutcome read(Delivery delivery) {
        Optional<Reason> objection = signatures.objection(delivery);
        if (objection.isPresent()) {
            return new DeliveryOutcome.Refused(objection.get());
        }
        Optional<Said> said = Said.parse(delivery.body());
        if (said.isEmpty()) {
            return new DeliveryOutcome.Refused(Reason.UNREADABLE);
        }
        if (said.get().live() != stripe.isLive()) {
            return new DeliveryOutcome.Refused(Reason.OTHER_MODE);
        }
        return new DeliveryOutcome.Verified(
                said.get().eventId(), said.get().type(), facts.of(said.get(), clock.instant()));
    }

    @Override
    public Optional<PaymentFact> look(Order order) {
        Checkout checkout = order.checkout();
        return checkout == null
                ? Optional.empty()
                : facts.ofSession(checkout.session(), clock.instant());
    }

    @Override
    public Page<PaymentFact> since(Instant from, @Nullable String cursor) {
        EventListParams which =
                EventListParams.builder()
                        .setCreated(
                                EventListParams.Created.builder()
                                        .setGte(from.getEpochSecond())
                                        .build())
                        .addAllType(EventFacts.TYPES)
                        .setLimit(EVENTS_PER_PAGE)
                        .setStartingAfter(cursor)
                        .build();
        StripeCollection<Event> events = stripe.call(api -> api.events().list(which));
        List<PaymentFact> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Event event : events.getData()) {
            Said said = Said.parse(event.toJson()).orElseThrow();
            // Several events of one object say the same now.
            if (seen.add(said.subject())) {
                found.addAll(facts.of(said, clock.instant()));
            }
        }
        return new Page<>(found, events.getHasMore() ? events.getData().getLast().getId() : null);
    }

    @Override
    public Optional<URI> invoice(PaymentReference payment) {
        return papers.of(payment.value());
    }
}
