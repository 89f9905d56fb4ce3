package dev.halftone.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Invoice;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import java.net.URI;
import java.util.Optional;

/** What Stripe writes about a payment: an invoice, or else a receipt. */
final class Papers {

    private final StripeApi stripe;

    Papers(StripeApi stripe) {
        this.stripe = stripe;
    }

    Optional<URI> of(String payment) {
        if (payment.startsWith("in_")) {
            return invoice(payment);
        }
        return payment.startsWith("pi_")
                ? invoiceOf(payment).or(() -> receipt(payment))
                : Optional.empty();
    }

    private Optional<URI> invoice(String id) {
        return stripe.find(api -> api.invoices().retrieve(id))
                .map(Invoice::getHostedInvoiceUrl)
                .map(URI::create);
    }

    private Optional<URI> invoiceOf(String intent) {
        InvoicePaymentListParams which =
                InvoicePaymentListParams.builder()
                        .setPayment(
                                InvoicePaymentListParams.Payment.builder()
                                        .setType(
                                                InvoicePaymentListParams.Payment.Type
                                                        .PAYMENT_INTENT)
                                        .setPaymentIntent(intent)
                                        .build())
                        .setLimit(1L)
                        .build();
        return stripe.call(api -> api.invoicePayments().list(which)).getData().stream()
                .findFirst()
                .flatMap(paid -> invoice(paid.getInvoice()));
    }

    private Optional<URI> receipt(String intent) {
        PaymentIntentRetrieveParams with =
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        return stripe.find(api -> api.paymentIntents().retrieve(intent, with))
                .flatMap(found -> Optional.ofNullable(found.getLatestChargeObject()))
                .map(Charge::getReceiptUrl)
                .map(URI::create);
    }
}
