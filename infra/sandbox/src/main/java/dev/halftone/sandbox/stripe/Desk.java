package dev.halftone.sandbox.stripe;

import dev.halftone.sandbox.work.Mischief;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What payers, sellers and banks do that no call of the product's would; for tests and the page.
 */
public final class Desk {

    private final Office office;
    private final Checkouts checkouts;
    private final Payments payments;
    private final Refunds refunds;
    private final Disputes disputes;
    private final Billing billing;

    Desk(Office office, Checkouts checkouts, Payments payments, Refunds refunds, Billing billing) {
        this.office = office;
        this.checkouts = checkouts;
        this.payments = payments;
        this.refunds = refunds;
        this.disputes = new Disputes(office);
        this.billing = billing;
    }

    /** Puts something on sale; what is on sale already stays as it is. */
    public void offer(StripePrice price) {
        office.act(
                () ->
                        office.records
                                .find("price", price.id())
                                .orElseGet(() -> office.records.add(price.object(office.now()))));
    }

    /** Events go there from now on, which is an address of this machine. */
    public void deliverTo(URI webhook) {
        office.courier.deliverTo(webhook);
    }

    /** Events are signed with other secrets than were agreed on. */
    public void signWith(List<String> secrets) {
        office.courier.signWith(secrets);
    }

    /** Events of this type are not sent any more. */
    public void unsubscribe(String type) {
        office.courier.unsubscribe(type);
    }

    /** Events are said to have this version. */
    public void speak(String version) {
        office.courier.speak(version);
    }

    public void behave(Mischief mischief) {
        office.courier.behave(mischief);
    }

    /** So many of the next calls of the API are answered 503. */
    public void beDown(int calls) {
        office.beDown(calls);
    }

    /** Whether no event is on its way any more, not even as a repetition. */
    public boolean isIdle() {
        return office.courier.isIdle();
    }

    /** Brings an event once more. */
    public void deliverAgain(String event) {
        office.courier.sendAgain(need("event", event));
    }

    /** Every event of a type so far, newest first, as they are brought. */
    public List<JsonNode> events(String type) {
        return office.look(
                () ->
                        office.records.newestFirst("event").stream()
                                .filter(event -> Json.text(event, "type").equals(type))
                                .map(event -> (JsonNode) event.deepCopy())
                                .toList());
    }

    /** How an object is now, with the fields that only the sandbox knows. */
    public JsonNode object(String id) {
        return office.look(
                () ->
                        office.records
                                .find(id)
                                .orElseThrow(() -> Refusal.missing("object", id))
                                .deepCopy());
    }

    /** A field of an object as text. */
    public String field(String id, String name) {
        return object(id).path(name).asString("");
    }

    /** Fills in the checkout page; answers what the page says is wrong, or nothing. */
    public Optional<String> pay(String session, Payer payer) {
        return office.act(() -> checkouts.complete(need("checkout.session", session), payer));
    }

    /** The bank's answer to a payment that takes its time. */
    public void settle(String session, boolean paid) {
        act(() -> checkouts.settle(need("checkout.session", session), paid));
    }

    public void expire(String session) {
        act(() -> checkouts.expire(need("checkout.session", session)));
    }

    /** Gives back part of a payment; answers the refund's id. */
    public String refund(String paymentIntent, long amountMinor) {
        return office.act(
                () ->
                        Json.text(
                                refunds.refund(
                                        payments.chargeOf(paymentIntent),
                                        amountMinor,
                                        null,
                                        Map.of()),
                                "id"));
    }

    /** A refund comes back. */
    public void failRefund(String refund) {
        act(() -> refunds.fail(need("refund", refund)));
    }

    /** The payer goes to the bank; answers the dispute's id. */
    public String dispute(String paymentIntent, boolean inquiry) {
        return office.act(
                () -> Json.text(disputes.open(payments.chargeOf(paymentIntent), inquiry), "id"));
    }

    /** Ends a dispute; an inquiry just closes. */
    public void close(String dispute, boolean won) {
        act(() -> disputes.close(need("dispute", dispute), won));
    }

    /** The next period of a subscription begins now; its card decides whether it is paid. */
    public void nextPeriod(String subscription) {
        act(() -> billing.renew(need("subscription", subscription)));
    }

    /** Asks the card of a subscription again for what is overdue. */
    public void retry(String subscription) {
        act(() -> billing.retry(need("subscription", subscription)));
    }

    public void useCard(String subscription, Card card) {
        act(() -> billing.changeCard(need("subscription", subscription), card));
    }

    public void changePrice(String subscription, String price) {
        act(() -> billing.changePrice(need("subscription", subscription), need("price", price)));
    }

    public void cancelAtPeriodEnd(String subscription, boolean cancel) {
        act(() -> billing.cancelAtPeriodEnd(need("subscription", subscription), cancel));
    }

    /** To be over at that moment. */
    public void cancelAt(String subscription, Instant at) {
        act(() -> billing.cancelAt(need("subscription", subscription), at));
    }

    /** Nobody pays any more. */
    public void end(String subscription) {
        act(() -> billing.end(need("subscription", subscription), "payment_failed"));
    }

    List<ObjectNode> newestFirst(String type) {
        return office.look(() -> office.records.newestFirst(type));
    }

    ObjectNode need(String type, String id) {
        return office.look(() -> office.records.need(type, id));
    }

    Mischief mischief() {
        return office.courier.mischief();
    }

    String delivery(String event) {
        return office.courier.outcome(event);
    }

    private void act(Runnable act) {
        office.act(
                () -> {
                    act.run();
                    return true;
                });
    }
}
