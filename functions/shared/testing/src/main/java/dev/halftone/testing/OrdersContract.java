package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.Orders.PlaceOutcome;
import dev.halftone.core.payment.Velocity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of orders does. */
public abstract class OrdersContract extends BuyingContract {

    private static final int RACERS = 8;

    // Product, price, processor, state and consent are what they were when it was ordered.
    @Test
    void keepsAnOrderAsItWasPlaced() {
        Order order = buyer.order(1, PaymentSamples.PRO);
        assertThat(place(order)).isEqualTo(new PlaceOutcome.Placed());

        assertThat(ports().orders().find(order.reference())).contains(order);
        assertThat(ports().orders().find(buyer.order(2, PaymentSamples.PACK).reference()))
                .isEmpty();
    }

    // A click that is sent twice orders once; a key that is used for something else is refused.
    @Test
    void placesAnOrderOnce() {
        Order order = buyer.order(1, PaymentSamples.PACK);
        List<PlaceOutcome> outcomes = Race.run(RACERS, _ -> place(order));

        assertThat(outcomes).filteredOn(PlaceOutcome.Placed.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(PlaceOutcome.AlreadyPlaced.class::isInstance)
                .hasSize(RACERS - 1);
        assertThat(place(buyer.order(1, PaymentSamples.PLUS)))
                .isEqualTo(new PlaceOutcome.KeyReused());
    }

    // Stolen cards are tried out by ordering fast.
    @Test
    void placesNoMoreThanSoManyAnHour() {
        Velocity velocity = new Velocity(3, 2);
        List<PlaceOutcome> outcomes =
                Race.run(
                        RACERS,
                        number ->
                                ports().orders()
                                        .place(buyer.order(number, PaymentSamples.PACK), velocity));

        assertThat(outcomes).filteredOn(PlaceOutcome.Placed.class::isInstance).hasSize(3);
        assertThat(outcomes).filteredOn(PlaceOutcome.TooMany.class::isInstance).hasSize(RACERS - 3);
    }

    // Whoever failed too often today may try again tomorrow, and is told so.
    @Test
    void placesNoneAfterTooManyFailedThatDay() {
        Velocity velocity = new Velocity(100, 2);
        for (int number = 1; number <= 2; number++) {
            Order order = buyer.order(number, PaymentSamples.PACK);
            ports().orders().place(order, velocity);
            ports().orders().advance(order.reference(), OrderState.FAILED, buyer.now());
            ports().orders().advance(order.reference(), OrderState.FAILED, buyer.now());
        }

        PlaceOutcome third = ports().orders().place(buyer.order(3, PaymentSamples.PACK), velocity);

        assertThat(third).isInstanceOf(PlaceOutcome.TooMany.class);
        Instant again = ((PlaceOutcome.TooMany) third).resetsAt();
        assertThat(again).isAfter(buyer.now()).isBefore(buyer.now().plus(Duration.ofDays(2)));
    }

    // Two who open its checkout get the same one.
    @Test
    void keepsTheFirstCheckoutOfAnOrder() {
        Order order = buyer.order(1, PaymentSamples.PACK);
        place(order);
        List<Checkout> kept =
                Race.run(
                        RACERS,
                        number ->
                                ports().orders()
                                        .keep(
                                                order.reference(),
                                                PaymentSamples.checkout("cs_" + number)));

        assertThat(kept.stream().distinct()).hasSize(1);
        assertThat(buyer.order(order.reference()).checkout()).isEqualTo(kept.getFirst());
    }

    // Many who wait for one order ask the processor once.
    @Test
    void letsOneOfManyLook() {
        Order order = buyer.order(1, PaymentSamples.PACK);
        place(order);
        Instant now = buyer.now().plusSeconds(60);
        assertThat(Race.run(RACERS, _ -> looks(order.reference(), now)))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
        assertThat(looks(order.reference(), now.plusSeconds(4))).isFalse();
        assertThat(looks(order.reference(), now.plusSeconds(5))).isTrue();
    }

    // Newest first, page by page, and nobody else's.
    @Test
    void listsTheOrdersOfAnAccount() {
        for (int number = 1; number <= 3; number++) {
            place(buyer.order(number, PaymentSamples.PACK));
        }
        place(new Buyer(ports()).order(1, PaymentSamples.PACK));

        Page<Order> first = ports().orders().of(buyer.person().account(), 2, null);
        Page<Order> second = ports().orders().of(buyer.person().account(), 2, first.nextCursor());

        assertThat(first.items())
                .containsExactly(
                        buyer.order(3, PaymentSamples.PACK), buyer.order(2, PaymentSamples.PACK));
        assertThat(second.items()).containsExactly(buyer.order(1, PaymentSamples.PACK));
        assertThat(second.nextCursor()).isNull();
    }

    private boolean looks(OrderReference order, Instant now) {
        return ports().orders().claimLook(order, now, now.minusSeconds(5));
    }

    private PlaceOutcome place(Order order) {
        return ports().orders().place(order, new Velocity(1_000, 1_000));
    }
}
