package dev.halftone.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.CustomerCreation;
import com.stripe.param.checkout.SessionCreateParams.CustomerUpdate;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Product;

/**
 * What a checkout session is asked for; see https://docs.stripe.com/api/checkout/sessions/create.
 * Nothing in it is of the moment, so that the same order asks for the same. Ways to pay are never
 * named: the account decides.
 */
final class CheckoutParams {

    private CheckoutParams() {}

    static SessionCreateParams of(CheckoutRequest request) {
        String order = request.order().text();
        boolean once = request.purchase().kind() == Product.Kind.PACK;
        SessionCreateParams.Builder params =
                SessionCreateParams.builder()
                        .setMode(once ? Mode.PAYMENT : Mode.SUBSCRIPTION)
                        .setClientReferenceId(order)
                        .putMetadata(Names.ORDER, order)
                        .addLineItem(
                                LineItem.builder()
                                        .setPrice(request.purchase().priceReference())
                                        .setQuantity(1L)
                                        .build())
                        .setAllowPromotionCodes(request.terms().promotionCodes())
                        .setAutomaticTax(
                                SessionCreateParams.AutomaticTax.builder()
                                        .setEnabled(request.terms().automaticTax())
                                        .build())
                        .setSuccessUrl(request.successUrl().toString())
                        .setCancelUrl(request.cancelUrl().toString())
                        .putExtraParam("locale", request.language().tag());
        // A session's metadata stays with the session.
        if (once) {
            params.setPaymentIntentData(
                    PaymentIntentData.builder().putMetadata(Names.ORDER, order).build());
        } else {
            params.setSubscriptionData(
                    SubscriptionData.builder().putMetadata(Names.ORDER, order).build());
        }
        customer(params, request, once);
        return params.build();
    }

    private static void customer(
            SessionCreateParams.Builder params, CheckoutRequest request, boolean once) {
        CustomerReference customer = request.customer();
        if (customer != null) {
            params.setCustomer(customer.value());
            if (request.terms().automaticTax()) {
                // The tax needs the address that is typed in there.
                params.setCustomerUpdate(
                        CustomerUpdate.builder().setAddress(CustomerUpdate.Address.AUTO).build());
            }
            return;
        }
        if (once) {
            params.setCustomerCreation(CustomerCreation.ALWAYS);
        }
        if (request.email() != null) {
            params.setCustomerEmail(request.email());
        }
    }
}
