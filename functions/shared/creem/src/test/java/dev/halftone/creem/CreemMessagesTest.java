package dev.halftone.creem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.SubscriptionReference;
import dev.halftone.testing.MutableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Creem's messages mean. */
final class CreemMessagesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant CHARGED = Instant.ofEpochMilli(1_795_168_800_000L);
    private static final PaymentReference PAYMENT = new PaymentReference("creem", "tran_1");
    private static final String TRANSACTION = "/v1/transactions?transaction_id=tran_1";
    private static final String INVOICE = "/v1/transactions?transaction_id=tran_2";
    private static final String SUBSCRIPTION = "/v1/subscriptions?subscription_id=sub_1";

    private final StubCreem creem = new StubCreem();
    private final PaymentProcessor processor =
            CreemProcessor.of(creem.setting(new MutableClock(NOW)));

    @AfterEach
    void close() {
        creem.close();
    }

    // Protects: what was asked and what was charged, each without the other's tax.
    @Test
    void aPaidCheckoutPaysItsOrder() {
        creem.on(TRANSACTION, Shapes.transaction());

        assertThat(told("checkout.completed", Shapes.checkout()))
                .containsExactly(
                        new PaymentFact.Paid(
                                Shapes.ORDER,
                                new BusinessKey("creem:ord:ord_1"),
                                PAYMENT,
                                "prod_pack",
                                new Cost(499, "EUR"),
                                new Cost(594, "EUR"),
                                new CustomerReference("creem", "cust_1"),
                                "ada@example.test",
                                false,
                                CHARGED));
    }

    // Protects: the older form of the order, which does not name its transaction.
    @Test
    void findsTheTransactionOfAnOrderThatDoesNotNameIt() {
        creem.on(
                "/v1/transactions/search?order_id=ord_1",
                Shapes.page("null", Shapes.transaction()));
        String checkout =
                Shapes.checkout()
                        .replace("\"transaction\":\"tran_1\",", "")
                        .replace("\"amount_due\":594,", "");

        assertThat(told("checkout.completed", checkout))
                .singleElement()
                .isInstanceOf(PaymentFact.Paid.class);
    }

    // Protects: a buyer whose charge is not listed yet: the message comes again.
    @Test
    void waitsForAChargeThatIsNotListedYet() {
        creem.on("/v1/transactions/search?order_id=ord_1", Shapes.page("null"));

        assertThatThrownBy(() -> told("checkout.completed", Shapes.checkout()))
                .isInstanceOf(TransientFailure.class);
    }

    // Protects: a tax that is part of the price, and a discount, are no other price.
    @ParameterizedTest
    @CsvSource({"exclusive,594,95,0", "inclusive,499,80,0", "exclusive,299,50,250"})
    void worksOutWhatWasAsked(String taxMode, long paid, long tax, long discount) {
        creem.on(
                TRANSACTION,
                Shapes.transaction()
                        .replace("\"amount_paid\":594", "\"amount_paid\":" + paid)
                        .replace("\"tax_amount\":95", "\"tax_amount\":" + tax)
                        .replace("\"discount_amount\":null", "\"discount_amount\":" + discount));
        String checkout = Shapes.checkout().replace("exclusive", taxMode);

        assertThat(told("checkout.completed", checkout))
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentFact.Paid.class,
                        fact -> {
                            assertThat(fact.asked()).isEqualTo(new Cost(499, "EUR"));
                            assertThat(fact.total()).isEqualTo(new Cost(paid, "EUR"));
                        });
    }

    // Protects: who pays nothing by a code is served all the same, once.
    @Test
    void anOrderThatCostNothingIsPaidWithoutATransaction() {
        String checkout =
                Shapes.checkout()
                        .replace("\"transaction\":\"tran_1\"", "\"discount_amount\":499")
                        .replace("\"tax_amount\":95", "\"tax_amount\":0")
                        .replace("\"amount_due\":594", "\"amount_due\":0")
                        .replace("\"amount_paid\":594", "\"amount_paid\":0");

        assertThat(told("checkout.completed", checkout))
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentFact.Paid.class,
                        fact -> {
                            assertThat(fact.payment().value()).isEqualTo("ch_1");
                            assertThat(fact.asked()).isEqualTo(new Cost(499, "EUR"));
                            assertThat(fact.total()).isEqualTo(new Cost(0, "EUR"));
                        });
    }

    // Protects: the start of a subscription grants nothing by itself; its first period does.
    @Test
    void theCheckoutOfASubscriptionOnlySaysHowItStands() {
        creem.on(SUBSCRIPTION, Shapes.subscription("active"));
        String checkout =
                Shapes.checkout()
                        .replace("\"units\":1", "\"units\":1,\"subscription\":{\"id\":\"sub_1\"}");

        assertThat(told("checkout.completed", checkout))
                .containsExactly(state(Subscription.State.ACTIVE));
    }

    // Protects: each period is one payment, named by its own transaction.
    @Test
    void aPaidPeriodIsAPaymentOfItsOwn() {
        creem.on(INVOICE, Shapes.invoice()).on(SUBSCRIPTION, Shapes.subscription("active"));

        assertThat(told("subscription.paid", Shapes.subscription("active")))
                .containsExactly(
                        new PaymentFact.PeriodPaid(
                                Shapes.ORDER,
                                new SubscriptionReference("creem", "sub_1"),
                                new BusinessKey("creem:tran:tran_2"),
                                new PaymentReference("creem", "tran_2"),
                                "prod_month",
                                Fraction.WHOLE,
                                new Cost(1000, "EUR"),
                                new Cost(1210, "EUR"),
                                new CustomerReference("creem", "cust_1"),
                                "ada@example.test",
                                CHARGED,
                                Instant.ofEpochMilli(1_797_760_800_000L),
                                false,
                                CHARGED),
                        state(Subscription.State.ACTIVE));
    }

    // Protects: what is charged for the rest of a period after a change is that part of it.
    @Test
    void partOfAPriceIsPartOfAPeriod() {
        creem.on(
                        INVOICE,
                        Shapes.invoice()
                                .replace("\"amount_paid\":1210", "\"amount_paid\":484")
                                .replace("\"tax_amount\":210", "\"tax_amount\":84"))
                .on(SUBSCRIPTION, Shapes.subscription("active"));

        assertThat(told("subscription.paid", Shapes.subscription("active")).getFirst())
                .isInstanceOfSatisfying(
                        PaymentFact.PeriodPaid.class,
                        fact -> assertThat(fact.fraction()).isEqualTo(new Fraction(400, 1000)));
    }

    // Protects: a message that comes late says how things stand now, not how they stood.
    @ParameterizedTest
    @CsvSource({
        "active,ACTIVE",
        "trialing,ACTIVE",
        "past_due,PAST_DUE",
        "unpaid,CANCELLED",
        "paused,CANCELLED",
        "scheduled_cancel,CANCELLED",
        "canceled,CANCELLED"
    })
    void saysHowASubscriptionStandsNow(String status, Subscription.State expected) {
        creem.on(SUBSCRIPTION, Shapes.subscription(status));

        assertThat(told("subscription.update", Shapes.subscription("trialing")))
                .containsExactly(state(expected));
    }

    // Protects: they go on calling a subscription active whose period has ended unpaid.
    @Test
    void isOverdueOnceItsPeriodHasEnded() {
        creem.on(SUBSCRIPTION, Shapes.subscription("active").replace("2026-12-20", "2026-11-21"));

        assertThat(told("subscription.expired", Shapes.subscription("active")))
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentFact.SubscriptionState.class,
                        fact -> assertThat(fact.state()).isEqualTo(Subscription.State.PAST_DUE));
    }

    // Protects: refunds are read as how much went back by now, whichever message says so.
    @Test
    void aRefundSaysHowMuchWentBackAltogether() {
        creem.on(TRANSACTION, refunded(400));

        assertThat(told("refund.created", Shapes.refund("succeeded", refunded(297))))
                .containsExactly(new PaymentFact.Refunded(PAYMENT, 400, 594, NOW));
    }

    // Protects: a list that lags behind the message takes nothing back from it.
    @Test
    void believesARefundBeforeItIsListed() {
        creem.on(TRANSACTION, Shapes.transaction());

        assertThat(told("refund.created", Shapes.refund("succeeded", refunded(297))))
                .containsExactly(new PaymentFact.Refunded(PAYMENT, 297, 594, NOW));
    }

    // Protects: credits stay while it is not sure that the money goes.
    @ParameterizedTest
    @ValueSource(strings = {"pending", "requiresAction", "failed", "canceled"})
    void aRefundThatHasNotSucceededTakesNothing(String status) {
        creem.on(TRANSACTION, Shapes.transaction());

        assertThat(told("refund.created", Shapes.refund(status, Shapes.transaction()))).isEmpty();
    }

    // Protects: a dispute freezes, and one that is lost already is lost.
    @ParameterizedTest
    @CsvSource({"paid,OPEN", "chargeback,OPEN", "chargedBack,LOST"})
    void aDisputeIsOpenUnlessTheMoneyIsGone(String status, DisputePhase phase) {
        String charge = Shapes.transaction().replace("\"paid\"", "\"" + status + "\"");
        creem.on(TRANSACTION, charge);

        assertThat(told("dispute.created", Shapes.dispute(charge)))
                .containsExactly(new PaymentFact.Disputed(PAYMENT, "tran_1", phase, 594, NOW));
    }

    // Protects: what is not understood is kept for somebody to look at, and fails nobody.
    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(told("checkout.abandoned", "{\"id\":\"x\",\"mode\":\"test\"}"))
                .containsExactly(new PaymentFact.Unknown("checkout.abandoned", "evt_1"));
    }

    // Protects: a state of a later version, and a purchase that did not begin here.
    @Test
    void keepsWhatItCannotApply() {
        creem.on(SUBSCRIPTION, Shapes.subscription("incomplete"));
        String foreign =
                Shapes.checkout().replace(Shapes.ORDER.text(), "a-link-on-somebody-elses-page");

        assertThat(told("subscription.update", Shapes.subscription("active")))
                .containsExactly(new PaymentFact.Unknown("subscription.update", "evt_1"));
        assertThat(told("checkout.completed", foreign))
                .containsExactly(new PaymentFact.Unknown("checkout.completed", "evt_1"));
    }

    // Protects: their own ledger, which is not ours, is nobody's concern here.
    @Test
    void hasNothingToSayOfTheirCredits() {
        assertThat(told("credits.granted", "{\"id\":\"x\",\"mode\":\"test\"}")).isEmpty();
    }

    private static PaymentFact state(Subscription.State state) {
        return new PaymentFact.SubscriptionState(
                Shapes.ORDER,
                new SubscriptionReference("creem", "sub_1"),
                new CustomerReference("creem", "cust_1"),
                state,
                "prod_month",
                "EUR",
                Instant.parse("2026-12-20T10:00:00Z"),
                Instant.parse("2026-11-20T10:00:01Z"));
    }

    private static String refunded(long amount) {
        return Shapes.transaction()
                .replace("\"status\":\"paid\"", "\"status\":\"partialRefund\"")
                .replace("\"refunded_amount\":null", "\"refunded_amount\":" + amount);
    }

    private List<PaymentFact> told(String type, String object) {
        DeliveryOutcome outcome =
                processor.read(Signed.plain(StubCreem.SECRET, Shapes.message(type, object), NOW));
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Verified.class);
        return ((DeliveryOutcome.Verified) outcome).facts();
    }
}
