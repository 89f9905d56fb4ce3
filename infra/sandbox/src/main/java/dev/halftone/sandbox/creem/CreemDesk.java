package dev.halftone.sandbox.creem;

import dev.halftone.sandbox.work.Mischief;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What payers, the shop and banks do that no call of the product's would; for tests and pages. */
public final class CreemDesk {

    private final Till till;
    private final Courier courier;
    private final Sales sales;
    private final Charges charges;
    private final Plans plans;

    CreemDesk(Till till, Courier courier, Sales sales, Charges charges, Plans plans) {
        this.till = till;
        this.courier = courier;
        this.sales = sales;
        this.charges = charges;
        this.plans = plans;
    }

    /** Puts something on sale; what is on sale already stays as it is. */
    public void offer(CreemOffer offer) {
        act(
                () -> {
                    if (till.find("product", offer.id()).isEmpty()) {
                        offer.describe(till.touched(till.add(offer.id(), "product")));
                    }
                });
    }

    /** Events go there from now on, which is an address of this machine. */
    public void deliverTo(URI webhook) {
        courier.deliverTo(webhook);
    }

    public void behave(Mischief mischief) {
        courier.behave(mischief);
    }

    /** Signs with the time, as their library expects it, instead of as is documented. */
    public void signTimed(boolean timed) {
        courier.signTimed(timed);
    }

    /** Whether no event is on its way any more, not even as a repetition. */
    public boolean isIdle() {
        return courier.isIdle();
    }

    /** Brings an event once more. */
    public void deliverAgain(String event) {
        courier.sendAgain(need("event", event));
    }

    /** Every event of a type so far, newest first, as they are brought. */
    public List<JsonNode> events(String type) {
        return till.act(
                () ->
                        till.newestFirst("event").stream()
                                .filter(event -> Json.text(event, "eventType").equals(type))
                                .map(event -> event.path("body").deepCopy())
                                .toList());
    }

    /** How a thing is now. */
    public JsonNode thing(String type, String id) {
        return till.act(() -> Json.shown(need(type, id)));
    }

    /** Fills in the checkout page; answers what the page says is wrong, or nothing. */
    public Optional<String> pay(String checkout, CreemPayer payer) {
        return till.act(() -> sales.pay(need("checkout", checkout), payer));
    }

    /** What became of a way to pay that takes days. */
    public void settle(String checkout, boolean paid) {
        act(() -> sales.settle(need("checkout", checkout), paid));
    }

    public void expire(String checkout) {
        act(() -> need("checkout", checkout).put("status", "expired"));
    }

    /**
     * Gives back part of a transaction; answers the refund's id.
     *
     * @param settled whether the money is gone already; if not, no event will tell
     */
    public String refund(String transaction, long amountMinor, boolean settled) {
        return till.act(
                () ->
                        Json.text(
                                charges.refund(
                                        need("transaction", transaction), amountMinor, settled),
                                "id"));
    }

    /** A refund that was under way is through. */
    public void settleRefund(String refund) {
        act(() -> charges.settle(need("refund", refund)));
    }

    /** The payer goes to the bank; answers the dispute's id. */
    public String dispute(String transaction) {
        return till.act(() -> Json.text(charges.dispute(need("transaction", transaction)), "id"));
    }

    /** The bank decides, of which no event tells. */
    public void close(String dispute, boolean won) {
        act(() -> charges.close(need("dispute", dispute), won));
    }

    /** The next period of a subscription begins now; it is paid, or it is not. */
    public void nextPeriod(String subscription, boolean paid) {
        act(() -> plans.renew(need("subscription", subscription), paid));
    }

    public void changeProduct(String subscription, String product) {
        act(
                () ->
                        plans.upgrade(
                                need("subscription", subscription),
                                need("product", product),
                                "proration-charge-immediately"));
    }

    public void cancel(String subscription, boolean atOnce) {
        act(() -> plans.cancel(need("subscription", subscription), atOnce));
    }

    public void resume(String subscription) {
        act(() -> plans.resume(need("subscription", subscription)));
    }

    Mischief mischief() {
        return courier.mischief();
    }

    String delivery(String event) {
        return courier.outcome(event);
    }

    List<ObjectNode> newestFirst(String type) {
        return till.act(() -> till.newestFirst(type));
    }

    ObjectNode need(String type, String id) {
        return till.act(() -> till.need(type, id));
    }

    private void act(Runnable act) {
        till.act(
                () -> {
                    act.run();
                    return true;
                });
    }
}
