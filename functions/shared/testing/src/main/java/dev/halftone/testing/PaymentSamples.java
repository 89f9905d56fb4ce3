package dev.halftone.testing;

import dev.halftone.core.account.Language;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.Price;
import dev.halftone.core.payment.PriceList;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Product;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.Velocity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sold in tests. */
public final class PaymentSamples {

    public static final String PROCESSOR = "till";

    /** 400 credits for 4.99, without end. */
    public static final ProductId PACK = new ProductId("pack-400");

    /** 1,800 credits for 19.99, which end after a year. */
    public static final ProductId ENDING_PACK = new ProductId("pack-1800");

    /** 1,000 credits a month for 9.99. */
    public static final ProductId PLUS = new ProductId("plus");

    /** 3,000 credits a month for 24.99, which end with the month. */
    public static final ProductId PRO = new ProductId("pro");

    public static final PriceList PRICES =
            new PriceList(
                    List.of(
                            pack(PACK, 400, 499, null),
                            pack(ENDING_PACK, 1_800, 1_999, 365),
                            subscription(PLUS, 1_000, 999, false),
                            subscription(PRO, 3_000, 2_499, true)));

    public static final Velocity VELOCITY = new Velocity(3, 2);

    public static final PaymentTerms TERMS =
            new PaymentTerms(
                    List.of(new ProcessorTerms(PROCESSOR, true, true)),
                    PRICES,
                    Map.of(Language.EN, "Within 14 days.", Language.DE, "Binnen 14 Tagen."),
                    VELOCITY);

    private PaymentSamples() {}

    private static Product pack(ProductId id, long credits, long minor, @Nullable Integer days) {
        return new Product(
                id,
                Product.Kind.PACK,
                "Pack of " + credits,
                new Credits(credits),
                prices(id, minor),
                null,
                null,
                days,
                false);
    }

    private static Product subscription(
            ProductId id, long credits, long minor, boolean expiresWithPeriod) {
        return new Product(
                id,
                Product.Kind.SUBSCRIPTION,
                "Plan " + id,
                new Credits(credits),
                prices(id, minor),
                Product.Period.MONTH,
                id.value(),
                null,
                expiresWithPeriod);
    }

    private static List<Price> prices(ProductId id, long minor) {
        return List.of(price(id, minor, "EUR"), price(id, minor, "USD"));
    }

    private static Price price(ProductId id, long minor, String currency) {
        return new Price(
                new Cost(minor, currency), Map.of(PROCESSOR, "price_" + id + "_" + currency));
    }

    public static Checkout checkout(String session) {
        return new Checkout(
                session,
                URI.create("https://till.example/" + session),
                true,
                Samples.NOW.plus(Duration.ofHours(1)),
                null);
    }
}
