package dev.halftone.creem;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.SubscriptionReference;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What things of theirs mean. Amounts are read from the transaction as it is now, whoever speaks of
 * it, so that the same payment is the same fact.
 */
final class CreemFacts {

    /** The name of our reference among the metadata of checkouts and subscriptions. */
    static final String REFERENCE = "reference";

    private static final int EMAIL_CHARACTERS_MAX = 254;

    private final CreemApi api;

    CreemFacts(CreemApi api) {
        this.api = api;
    }

    /**
     * The payment of something that is bought once; empty if it is not paid, or not ours.
     *
     * @throws TransientFailure if it is paid, but its transaction is not to be seen yet
     */
    Optional<PaymentFact> paid(CreemObject checkout) {
        Optional<OrderReference> reference = reference(checkout);
        Optional<CreemObject> order = checkout.object("order");
        if (reference.isEmpty() || order.isEmpty() || !order.get().word("status").equals("paid")) {
            return Optional.empty();
        }
        CreemProduct product = product(checkout);
        return Optional.of(
                order.get().has("amount_due") && order.get().need("amount_due") == 0
                        ? free(reference.get(), checkout, order.get(), product)
                        : charged(reference.get(), checkout, order.get(), product));
    }

    private PaymentFact charged(
            OrderReference reference,
            CreemObject checkout,
            CreemObject order,
            CreemProduct product) {
        CreemCharge charge = charge(order);
        return new PaymentFact.Paid(
                reference,
                new BusinessKey("creem:ord:" + order.id()),
                charge.reference(),
                product.id(),
                charge.asked(product),
                charge.total(),
                customer(checkout),
                email(checkout),
                charge.isLive(),
                charge.at());
    }

    /** Nothing was charged, so that there is no transaction. */
    private static PaymentFact free(
            OrderReference reference,
            CreemObject checkout,
            CreemObject order,
            CreemProduct product) {
        CreemCharge nothing = new CreemCharge(order);
        return new PaymentFact.Paid(
                reference,
                new BusinessKey("creem:ord:" + order.id()),
                new PaymentReference(CreemProtocol.NAME, checkout.id()),
                product.id(),
                nothing.asked(product),
                nothing.total(),
                customer(checkout),
                email(checkout),
                nothing.isLive(),
                nothing.at());
    }

    private CreemCharge charge(CreemObject order) {
        return order.id("transaction")
                .flatMap(api::transaction)
                .map(CreemCharge::new)
                .filter(CreemCharge::isTaken)
                .or(() -> charged(order.id()))
                .orElseThrow(
                        () ->
                                new TransientFailure(
                                        CreemProtocol.NAME, "a paid order has no transaction yet"));
    }

    private Optional<CreemCharge> charged(String order) {
        return api.transactionsOf(order).list("items").stream()
                .map(CreemCharge::new)
                .filter(CreemCharge::isTaken)
                .findFirst();
    }

    /** A paid period of a subscription; empty if nothing was asked for it, or if it is not ours. */
    Optional<PaymentFact> period(CreemObject subscription, CreemCharge charge) {
        Optional<OrderReference> reference = reference(subscription);
        if (reference.isEmpty() || !charge.isTaken()) {
            return Optional.empty();
        }
        CreemProduct product = product(subscription);
        long asked = charge.asked(product).amountMinor();
        if (asked < 1) {
            return Optional.empty();
        }
        return Optional.of(
                new PaymentFact.PeriodPaid(
                        reference.get(),
                        new SubscriptionReference(CreemProtocol.NAME, subscription.id()),
                        new BusinessKey("creem:tran:" + charge.id()),
                        charge.reference(),
                        product.id(),
                        asked < product.price()
                                ? new Fraction(asked, product.price())
                                : Fraction.WHOLE,
                        charge.asked(product),
                        charge.total(),
                        customer(subscription),
                        email(subscription),
                        term(subscription, charge, "period_start", "current_period_start_date"),
                        term(subscription, charge, "period_end", "current_period_end_date"),
                        charge.isLive(),
                        charge.at()));
    }

    private static Instant term(
            CreemObject subscription, CreemCharge charge, String charged, String current) {
        return charge.transaction()
                .time(charged)
                .or(() -> subscription.time(current))
                .orElseThrow(
                        () ->
                                new PermanentFailure(
                                        CreemProtocol.NAME, "a period has no " + charged));
    }

    /**
     * How a subscription stands; empty if it is not ours, or if its state has a name that this
     * version does not know.
     */
    Optional<PaymentFact> state(CreemObject subscription, Instant now) {
        Optional<OrderReference> reference = reference(subscription);
        Optional<Instant> until =
                subscription
                        .time("current_period_end_date")
                        .or(() -> subscription.time("next_transaction_date"))
                        .or(() -> subscription.time("canceled_at"));
        Optional<Subscription.State> state = state(subscription.word("status"), until, now);
        if (reference.isEmpty() || until.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        CreemProduct product = product(subscription);
        return Optional.of(
                new PaymentFact.SubscriptionState(
                        reference.get(),
                        new SubscriptionReference(CreemProtocol.NAME, subscription.id()),
                        customer(subscription),
                        state.get(),
                        product.id(),
                        product.currency(),
                        until.get(),
                        subscription.time("updated_at").orElse(now)));
    }

    /** What is no longer charged lasts until the end of what was paid. */
    private static Optional<Subscription.State> state(
            String status, Optional<Instant> until, Instant now) {
        return switch (status) {
            // It goes on calling one active whose period has ended without a payment.
            case "active", "trialing" ->
                    Optional.of(
                            until.filter(now::isAfter).isPresent()
                                    ? Subscription.State.PAST_DUE
                                    : Subscription.State.ACTIVE);
            case "pastdue" -> Optional.of(Subscription.State.PAST_DUE);
            case "scheduledcancel", "canceled", "paused", "unpaid", "expired" ->
                    Optional.of(Subscription.State.CANCELLED);
            default -> Optional.empty();
        };
    }

    /** What went back of a charge, if anything did. */
    Optional<PaymentFact> reversal(CreemCharge charge, Instant asOf) {
        if (charge.isChargedBack()) {
            return Optional.of(dispute(charge, DisputePhase.LOST, asOf));
        }
        if (charge.isDisputed()) {
            return Optional.of(dispute(charge, DisputePhase.OPEN, asOf));
        }
        return charge.isRefunded() ? charge.refunded(0, asOf) : Optional.empty();
    }

    /**
     * A dispute of a charge. There is one of each charge at most, and lists name only the charge:
     * so that is its name.
     */
    PaymentFact dispute(CreemCharge charge, DisputePhase phase, Instant asOf) {
        return new PaymentFact.Disputed(
                charge.reference(), charge.id(), phase, charge.total().amountMinor(), asOf);
    }

    private CreemProduct product(CreemObject of) {
        return of.object("product")
                .or(() -> of.id("product").flatMap(api::product))
                .map(CreemProduct::new)
                .orElseThrow(
                        () ->
                                new PermanentFailure(
                                        CreemProtocol.NAME, "something is of no product"));
    }

    private static Optional<OrderReference> reference(CreemObject of) {
        return of.object("metadata")
                .flatMap(metadata -> metadata.text(REFERENCE))
                .or(() -> of.text("request_id"))
                .flatMap(OrderReference::parse);
    }

    private static @Nullable CustomerReference customer(CreemObject of) {
        return of.id("customer")
                .map(id -> new CustomerReference(CreemProtocol.NAME, id))
                .orElse(null);
    }

    private static @Nullable String email(CreemObject of) {
        return of.object("customer")
                .flatMap(customer -> customer.text("email"))
                .filter(text -> !text.isBlank() && text.length() <= EMAIL_CHARACTERS_MAX)
                .orElse(null);
    }
}
