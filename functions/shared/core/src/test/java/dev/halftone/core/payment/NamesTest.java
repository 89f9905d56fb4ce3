package dev.halftone.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects the names that processors keep for years and say again. */
class NamesTest {

    private static final SigningKey KEY =
            SigningKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));
    private static final UserId USER = UserId.fresh(byte[]::new);
    private static final OrderReference REFERENCE =
            new OrderReference(
                    new AccountId("acc_" + "1".repeat(32)), new OrderId("ord_" + "2".repeat(32)));

    // Processors take 200 characters at most.
    @Test
    void namesAccountAndOrderInOneText() {
        assertThat(REFERENCE.text()).hasSizeLessThanOrEqualTo(200);
        assertThat(OrderReference.parse(REFERENCE.text())).contains(REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "acc_1.ord_2", "user_7", "acc_1", " "})
    void readsNoReferenceThatIsNotOurs(String text) {
        assertThat(OrderReference.parse(text)).isEmpty();
        assertThat(OrderReference.parse(REFERENCE.text() + text + "x")).isEmpty();
    }

    // The same click is the same order, and nobody else can guess its name.
    @Test
    void derivesAnOrderFromItsBuyerAndKey() {
        IdempotencyKey click = new IdempotencyKey("click-0001");
        OrderId id = OrderId.derive(KEY, USER, click);

        assertThat(OrderId.derive(KEY, USER, click)).isEqualTo(id);
        assertThat(OrderId.derive(KEY, USER, new IdempotencyKey("click-0002"))).isNotEqualTo(id);
        assertThat(OrderId.derive(KEY, UserId.fresh(NamesTest::ones), click)).isNotEqualTo(id);
        assertThat(OrderId.parse(id.value())).contains(id);
        assertThat(OrderId.parse("ord_1")).isEmpty();
    }

    private static byte[] ones(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 1);
        return bytes;
    }

    @Test
    void readsPaymentsAndSubscriptionsAsItWritesThem() {
        PaymentReference payment = new PaymentReference("till", "pi_1");
        SubscriptionReference subscription = new SubscriptionReference("till", "sub_1");

        assertThat(PaymentReference.parse(payment.text())).contains(payment);
        assertThat(SubscriptionReference.parse(subscription.text())).contains(subscription);
        assertThat(PaymentReference.parse("pi_1")).isEmpty();
        assertThat(SubscriptionReference.parse(":sub_1")).isEmpty();
        assertThatThrownBy(() -> new PaymentReference("till", "pi 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
