package dev.halftone.lambda;

import dev.halftone.core.account.Language;
import dev.halftone.core.catalogue.Economy;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.Price;
import dev.halftone.core.payment.PriceList;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Product;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.Velocity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a profile says of payments. One that leaves it out sells nothing. */
final class PaymentsDocument {
    private static final String KEY = "payments";
    private static final String CURRENCY = "currency";
    private static final String AMOUNT = "amountMinor";
    private static final String EXPIRES_AFTER = "expiresAfterDays";
    private static final String EXPIRES_WITH = "expiresWithPeriod";
    private static final Set<String> KEYS =
            Set.of("processors", "products", "refundTerms", "velocity");
    private static final Set<String> PROCESSOR_KEYS =
            Set.of("id", "automaticTax", "promotionCodes");
    private static final Set<String> PRODUCT_KEYS =
            Set.of(
                    "id",
                    "kind",
                    "title",
                    "credits",
                    "period",
                    "plan",
                    "prices",
                    EXPIRES_AFTER,
                    EXPIRES_WITH);
    private static final Set<String> VELOCITY_KEYS = Set.of("ordersPerHour", "failedPerDay");
    // The only currency that can be compared with what a credit is to bring in.
    private static final String DOLLARS = "USD";
    private static final long MICRO_DOLLARS_A_CENT = 10_000;

    private final Fields profile;
    private final Fields fields;
    private final @Nullable Plans plans;
    private final @Nullable Economy economy;

    PaymentsDocument(Fields profile, @Nullable Plans plans, @Nullable Economy economy) {
        this.profile = profile;
        this.fields = profile.in(KEY).known(KEYS);
        this.plans = plans;
        this.economy = economy;
    }

    /** The terms, or {@code null} if something was noted. */
    @Nullable PaymentTerms terms() {
        if (!profile.has(KEY)) {
            return PaymentTerms.NONE;
        }
        List<ProcessorTerms> processors =
                fields.each("processors").stream()
                        .map(PaymentsDocument::processor)
                        .filter(Objects::nonNull)
                        .toList();
        List<String> ids = processors.stream().map(ProcessorTerms::id).toList();
        List<Product> products =
                fields.each("products").stream()
                        .map(each -> product(each.known(PRODUCT_KEYS), ids))
                        .filter(Objects::nonNull)
                        .toList();
        Map<Language, String> refundTerms = refundTerms();
        Fields velocity = fields.in("velocity").known(VELOCITY_KEYS);
        int perHour = (int) velocity.number("ordersPerHour");
        int perDay = (int) velocity.number("failedPerDay");
        return fields.valid(
                "products",
                () ->
                        new PaymentTerms(
                                processors,
                                new PriceList(products),
                                refundTerms,
                                new Velocity(perHour, perDay)));
    }

    private static @Nullable ProcessorTerms processor(Fields processor) {
        processor.known(PROCESSOR_KEYS);
        String id = processor.text("id");
        boolean tax = processor.flag("automaticTax");
        boolean codes = processor.flag("promotionCodes");
        return processor.valid("id", () -> new ProcessorTerms(id, tax, codes));
    }

    private Map<Language, String> refundTerms() {
        Map<Language, String> terms = new EnumMap<>(Language.class);
        Fields declared = fields.in("refundTerms");
        for (String tag : fields.keys("refundTerms")) {
            String text = declared.text(tag);
            Language.ofTag(tag)
                    .ifPresentOrElse(
                            language -> terms.put(language, text),
                            () -> declared.fault(tag, "is no language"));
        }
        return terms;
    }

    private @Nullable Product product(Fields product, List<String> processors) {
        String id = product.text("id");
        Product.Kind kind = product.choice("kind", Product.Kind.class);
        String title = product.text("title");
        Credits credits = new Credits(product.number("credits"));
        List<Price> prices =
                product.each("prices").stream()
                        .map(each -> price(each, processors, credits))
                        .filter(Objects::nonNull)
                        .toList();
        Product.Period period =
                product.has("period") ? product.choice("period", Product.Period.class) : null;
        String plan = plan(product);
        Integer days =
                product.has(EXPIRES_AFTER) ? (Integer) (int) product.number(EXPIRES_AFTER) : null;
        boolean withPeriod = product.has(EXPIRES_WITH) && product.flag(EXPIRES_WITH);
        return kind == null
                ? null
                : product.valid(
                        "id",
                        () ->
                                new Product(
                                        new ProductId(id),
                                        kind,
                                        title,
                                        credits,
                                        prices,
                                        period,
                                        plan,
                                        days,
                                        withPeriod));
    }

    private @Nullable String plan(Fields product) {
        String plan = product.optionalText("plan");
        if (plan != null && plans != null && !plans.plans().containsKey(plan)) {
            product.fault("plan", "is no plan");
        }
        return plan;
    }

    /** Sells no credit for less than every price of a piece of work counts on. */
    private @Nullable Price price(Fields price, List<String> processors, Credits credits) {
        Set<String> keys = new HashSet<>(processors);
        keys.addAll(List.of(CURRENCY, AMOUNT));
        price.known(keys);
        String currency = price.text(CURRENCY);
        long amount = price.number(AMOUNT);
        Map<String, String> references = new HashMap<>();
        for (String processor : new ArrayList<>(processors)) {
            if (price.has(processor)) {
                references.put(processor, price.text(processor));
            }
        }
        if (economy != null
                && currency.equals(DOLLARS)
                && new MicroDollars(amount * MICRO_DOLLARS_A_CENT).compareTo(economy.worth(credits))
                        < 0) {
            price.fault(AMOUNT, "sells a credit for less than creditMicroDollars");
        }
        return price.valid(AMOUNT, () -> new Price(new Cost(amount, currency), references));
    }
}
