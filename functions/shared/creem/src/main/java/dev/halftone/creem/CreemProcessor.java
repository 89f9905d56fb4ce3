package dev.halftone.creem;

import dev.halftone.core.Page;
import dev.halftone.core.PermanentFailure;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creem, which is the seller itself: it works out the tax, and takes codes at its checkout by
 * itself. It has neither a language for its pages, which take the browser's, nor a way back without
 * paying, nor documents about payments.
 */
public final class CreemProcessor implements PaymentProcessor {

    /** The id under which a profile sells by it. */
    public static final String ID = CreemProtocol.NAME;

    private final CreemSetting setting;
    private final CreemApi api;
    private final CreemFacts facts;
    private final CreemMessages messages;
    private final CreemHistory history;

    private CreemProcessor(CreemSetting setting, CreemApi api) {
        this.setting = setting;
        this.api = api;
        this.facts = new CreemFacts(api);
        this.messages = new CreemMessages(api, facts);
        this.history = new CreemHistory(api, facts);
    }

    /** Composes it; nothing is called and no secret is read before it is used. */
    public static PaymentProcessor of(CreemSetting setting) {
        return new CreemProcessor(
                setting, new CreemApi(new CreemHttp(setting, CreemProtocol.ANSWER)));
    }

    @Override
    public String id() {
        return ID;
    }

    /**
     * Opens a checkout. Creem knows no key by which the same request would find the same checkout:
     * whoever asks keeps the first answer. Should both be paid, these are two payments of one
     * order.
     */
    @Override
    public Checkout open(CheckoutRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("product_id", request.purchase().priceReference());
        body.put("units", 1);
        body.put("request_id", request.order().text());
        body.put("metadata", Map.of(CreemFacts.REFERENCE, request.order().text()));
        body.put("success_url", request.successUrl().toString());
        customer(request).ifPresent(customer -> body.put("customer", customer));
        Instant now = setting.clock().instant();
        CreemObject opened = api.open(body);
        return new Checkout(
                opened.id(),
                page(opened, "checkout_url"),
                isLive(),
                now.plus(CreemProtocol.CHECKOUT_LIFE),
                null);
    }

    /** It takes one of the two. */
    private static Optional<Map<String, String>> customer(CheckoutRequest request) {
        if (request.customer() != null) {
            return Optional.of(Map.of("id", request.customer().value()));
        }
        return request.email() == null
                ? Optional.empty()
                : Optional.of(Map.of("email", request.email()));
    }

    @Override
    public URI portal(CustomerReference customer, URI returnUrl, Language language) {
        return page(api.portal(customer.value()), "customer_portal_link");
    }

    private URI page(CreemObject answer, String field) {
        return answer.text(field)
                .flatMap(CreemProcessor::address)
                .filter(setting::isSafe)
                .orElseThrow(() -> new PermanentFailure(ID, "there is no " + field));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public DeliveryOutcome read(Delivery delivery) {
        List<String> secrets = secrets();
        Optional<Reason> refusal =
                secrets.isEmpty()
                        ? Optional.of(Reason.NO_SECRET)
                        : CreemSignatures.refusal(delivery, secrets);
        if (refusal.isPresent()) {
            return new DeliveryOutcome.Refused(refusal.get());
        }
        Optional<CreemMessage> message = CreemMessage.read(delivery.body());
        if (message.isEmpty()) {
            return new DeliveryOutcome.Refused(Reason.UNREADABLE);
        }
        if (message.get().isLive() != isLive()) {
            return new DeliveryOutcome.Refused(Reason.OTHER_MODE);
        }
        return new DeliveryOutcome.Verified(
                message.get().id(),
                message.get().type(),
                messages.meaning(message.get(), delivery.now()));
    }

    /** None if the operator keeps none. */
    private List<String> secrets() {
        try {
            return Arrays.stream(setting.webhookSecrets().get().reveal().split("\\s+"))
                    .filter(secret -> !secret.isEmpty())
                    .toList();
        } catch (PermanentFailure _) {
            return List.of();
        }
    }

    private boolean isLive() {
        return CreemKey.of(setting.key().get()).isLive();
    }

    @Override
    public Optional<PaymentFact> look(Order order) {
        Checkout opened = order.checkout();
        return opened == null
                ? Optional.empty()
                : api.checkout(opened.session()).flatMap(checkout -> outcome(order, checkout));
    }

    private Optional<PaymentFact> outcome(Order order, CreemObject checkout) {
        Instant now = setting.clock().instant();
        return switch (checkout.word("status")) {
            case "completed" ->
                    checkout.id("subscription").isPresent()
                            ? begun(checkout)
                            : facts.paid(checkout);
            case "processing" -> Optional.of(new PaymentFact.Awaiting(order.reference(), now));
            case "expired" -> Optional.of(new PaymentFact.Expired(order.reference(), now));
            default -> Optional.empty();
        };
    }

    /** The newest period of what the checkout began. */
    private Optional<PaymentFact> begun(CreemObject checkout) {
        Optional<CreemObject> subscription = checkout.id("subscription").flatMap(api::subscription);
        return subscription.flatMap(
                whole ->
                        whole.id("last_transaction_id")
                                .flatMap(api::transaction)
                                .flatMap(charge -> facts.period(whole, new CreemCharge(charge))));
    }

    @Override
    public Page<PaymentFact> since(Instant from, @Nullable String cursor) {
        return history.page(from, cursor, setting.clock().instant());
    }

    @Override
    public Optional<URI> invoice(PaymentReference payment) {
        return Optional.empty();
    }
}
