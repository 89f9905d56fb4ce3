package dev.halftone.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Language;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Purchase;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: what Stripe refuses or cannot do is told apart, and nothing secret is told of it. */
final class StripeFailuresTest {

    private static final String SECRET = "whsec_of_the_sandbox";
    private static final URI BACK = URI.create("http://localhost:8080/");
    private static final CustomerReference NOBODY = new CustomerReference("stripe", "cus_nobody");

    @TempDir private Path folder;
    private SandboxStripe sandbox;
    private StripeProcessor processor;

    @BeforeEach
    void open() {
        sandbox = new SandboxStripe(folder, new MutableClock(Samples.NOW), SECRET);
        processor = sandbox.processor(SandboxStripe.KEY, SECRET);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    // A key that was revoked is for an operator to see to; the message must not repeat it.
    @Test
    void saysThatAKeyIsNoGoodWithoutSayingTheKey() {
        StripeProcessor wrong = sandbox.processor("sk_test_revoked", SECRET);
        assertThatThrownBy(() -> open(wrong, null, false))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining("sk_test_revoked");
    }

    // A short outage is nobody's business; the order still has one checkout.
    @Test
    void triesAgainAfterAShortOutage() {
        sandbox.desk().beDown(1);
        Checkout opened = open(processor, null, false);
        assertThat(open(processor, null, false)).isEqualTo(opened);
    }

    @Test
    void saysThatALongOutageWillPass() {
        sandbox.desk().beDown(3);
        assertThatThrownBy(() -> open(processor, null, false))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("503");
    }

    @Test
    void saysThatACustomerIsNone() {
        assertThatThrownBy(() -> processor.portal(NOBODY, BACK, Language.EN))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("resource_missing");
    }

    // A key that was replaced in the parameter store is used from the next call on.
    @Test
    void usesAReplacedKeyAtOnce() {
        AtomicReference<String> key = new AtomicReference<>("sk_test_revoked");
        StripeProcessor other =
                new StripeProcessor(
                        new StripeSetting(
                                sandbox.api(),
                                () -> new SecretText(Objects.requireNonNull(key.get())),
                                () -> new SecretText(SECRET),
                                new MutableClock(Samples.NOW)));
        assertThatThrownBy(() -> open(other, null, false)).isInstanceOf(PermanentFailure.class);
        key.set(SandboxStripe.KEY);
        assertThat(open(other, null, false).session()).startsWith("cs_");
    }

    // Whoever bought before is the same customer again, with the tax of where they live now.
    @Test
    void opensACheckoutForAKnownCustomerWithTax() {
        Checkout first = open(processor, null, false);
        sandbox.pay(first);
        CustomerReference payer =
                new CustomerReference("stripe", sandbox.desk().field(first.session(), "customer"));
        Checkout second = processor.open(request(2, sandbox.subscription(), payer, true));
        assertThat(second.customer()).isEqualTo(payer);
        sandbox.pay(second);
        assertThat(sandbox.desk().object(second.session()).at("/total_details/amount_tax").asInt())
                .isEqualTo(190);
    }

    @Test
    void findsNoPaperOfAPaymentThatIsNone() {
        assertThat(processor.invoice(new PaymentReference("stripe", "pi_none"))).isEmpty();
        assertThat(processor.invoice(new PaymentReference("stripe", "in_none"))).isEmpty();
        assertThat(processor.invoice(new PaymentReference("stripe", "cs_test_free"))).isEmpty();
    }

    private Checkout open(
            StripeProcessor asked, @Nullable CustomerReference customer, boolean tax) {
        return asked.open(request(1, sandbox.pack(), customer, tax));
    }

    private static CheckoutRequest request(
            int number, Purchase purchase, @Nullable CustomerReference customer, boolean tax) {
        return new CheckoutRequest(
                new OrderReference(
                        Samples.accountId(number), new OrderId("ord_%032x".formatted(number))),
                purchase,
                new ProcessorTerms("stripe", tax, true),
                Language.DE,
                null,
                customer,
                BACK,
                BACK);
    }
}
