package dev.halftone.creem;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.PaymentFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What messages mean. */
final class CreemMessages {

    private final CreemApi api;
    private final CreemFacts facts;

    CreemMessages(CreemApi api, CreemFacts facts) {
        this.api = api;
        this.facts = facts;
    }

    /** The kinds are listed at https://docs.creem.io/code/webhooks. */
    List<PaymentFact> meaning(CreemMessage message, Instant now) {
        return switch (message.type()) {
            case "checkout.completed" -> completed(message, now);
            case "subscription.paid" -> period(message, now);
            case "subscription.active",
                    "subscription.trialing",
                    "subscription.update",
                    "subscription.past_due",
                    "subscription.unpaid",
                    "subscription.paused",
                    "subscription.scheduled_cancel",
                    "subscription.expired",
                    "subscription.canceled" ->
                    known(message, facts.state(subscription(message.object().id()), now));
            case "refund.created" -> refunded(message, now);
            case "dispute.created" -> disputed(message, now);
            // Of a ledger of theirs, which nobody here has an account in.
            case "credits.granted",
                    "credits.consumed",
                    "credits.auto_recharged",
                    "customer_credits.exhausted" ->
                    List.of();
            default -> unknown(message);
        };
    }

    /** A subscription's periods are announced on their own. */
    private List<PaymentFact> completed(CreemMessage message, Instant now) {
        Optional<String> subscription = message.object().id("subscription");
        return known(
                message,
                subscription.isPresent()
                        ? facts.state(subscription(subscription.get()), now)
                        : facts.paid(message.object()));
    }

    /**
     * The product is the one of the message: when it is read, the subscription may be another one
     * already.
     */
    private List<PaymentFact> period(CreemMessage message, Instant now) {
        CreemObject subscription = message.object();
        Optional<String> last = subscription.id("last_transaction_id");
        if (last.isEmpty()) {
            return unknown(message);
        }
        CreemCharge charge = transaction(last.get());
        if (!charge.isTaken()) {
            throw new TransientFailure(CreemProtocol.NAME, "a paid period has no charge yet");
        }
        return Stream.concat(
                        known(message, facts.period(subscription, charge)).stream(),
                        facts.state(subscription(subscription.id()), now).stream())
                .toList();
    }

    /** Nothing that is only under way: no message says what came of it, but the lists do. */
    private List<PaymentFact> refunded(CreemMessage message, Instant now) {
        Optional<CreemObject> told = message.object().object("transaction");
        if (told.isEmpty()) {
            return unknown(message);
        }
        CreemCharge charge = transaction(told.get().id());
        if (charge.isChargedBack() || charge.isDisputed()) {
            return facts.reversal(charge, now).stream().toList();
        }
        return switch (message.object().word("status")) {
            case "succeeded" ->
                    charge.refunded(told.get().number("refunded_amount"), now).stream().toList();
            default -> facts.reversal(charge, now).stream().toList();
        };
    }

    /** It never says how one ended; what it lists as charged back is lost. */
    private List<PaymentFact> disputed(CreemMessage message, Instant now) {
        Optional<String> charged = message.object().id("transaction");
        if (charged.isEmpty()) {
            return unknown(message);
        }
        CreemCharge charge = transaction(charged.get());
        return List.of(
                facts.dispute(
                        charge,
                        charge.isChargedBack() ? DisputePhase.LOST : DisputePhase.OPEN,
                        now));
    }

    private CreemObject subscription(String id) {
        return api.subscription(id).orElseThrow(() -> missing("subscription"));
    }

    private CreemCharge transaction(String id) {
        return new CreemCharge(api.transaction(id).orElseThrow(() -> missing("transaction")));
    }

    /** Lists lag behind messages; if this one never comes, the message is not repeated for ever. */
    private static TransientFailure missing(String what) {
        return new TransientFailure(CreemProtocol.NAME, "it does not know its " + what);
    }

    private static List<PaymentFact> known(CreemMessage message, Optional<PaymentFact> fact) {
        return fact.map(List::of).orElseGet(() -> unknown(message));
    }

    private static List<PaymentFact> unknown(CreemMessage message) {
        return List.of(new PaymentFact.Unknown(message.type(), message.id()));
    }
}
