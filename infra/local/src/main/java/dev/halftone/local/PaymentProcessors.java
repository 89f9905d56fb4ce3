package dev.halftone.local;

import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.Price;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Product;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.sandbox.stripe.Desk;
import dev.halftone.sandbox.stripe.StripePrice;
import java.util.List;

/** The payment processors of the chosen profile, for all of which the sandbox stands in. */
public final class PaymentProcessors {
    static final String STRIPE = "stripe";

    private static final String PROFILE = "halftone";

    private PaymentProcessors() {}

    /** Their ids. */
    static List<String> of(LocalChoices choices) {
        return terms(choices).processors().stream().map(ProcessorTerms::id).toList();
    }

    /** Puts on sale there what a profile sells, as its operator would. */
    public static void stock(PaymentTerms terms, Desk desk) {
        for (Product product : terms.prices().products()) {
            Product.Period period = product.period();
            for (Price price : product.prices()) {
                price.reference(STRIPE)
                        .map(
                                name ->
                                        new StripePrice(
                                                name,
                                                product.title(),
                                                price.currency(),
                                                price.cost().amountMinor(),
                                                period == null ? null : period.label()))
                        .ifPresent(desk::offer);
            }
        }
    }

    /** What the chosen profile says of payments. */
    static PaymentTerms terms(LocalChoices choices) {
        String profile = choices.profile();
        return ProfileReader.read(profile == null ? PROFILE : profile).payments();
    }
}
