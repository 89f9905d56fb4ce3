package dev.halftone.function.checkout;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.account.Language;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.PaidPeriod;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for, as a page to be printed. The invoice with tax on it is the processor's, and
 * linked to.
 */
final class ReceiptRoute {
    private final String brand;
    private final Map<String, PaymentProcessor> processors;
    private final Orders orders;
    private final Settled settled;

    ReceiptRoute(
            String brand,
            Map<String, PaymentProcessor> processors,
            Orders orders,
            Settled settled) {
        this.brand = brand;
        this.processors = Map.copyOf(processors);
        this.orders = orders;
        this.settled = settled;
    }

    HttpResponse receipt(HttpRequest request, SignedIn caller) {
        return OrderId.parse(request.pathParameter("id"))
                .flatMap(id -> orders.find(new OrderReference(caller.account(), id)))
                .map(order -> receipt(order, Spoken.in(request)))
                .orElseGet(OrderProblems::unknownOrder);
    }

    private HttpResponse receipt(Order order, Language language) {
        return settled.by(order)
                .map(payment -> page(order, payment, language))
                .orElseGet(OrderProblems::unpaid);
    }

    private HttpResponse page(Order order, Payment payment, Language language) {
        Payment.Bought bought = payment.bought();
        if (bought == null) {
            return OrderProblems.unpaid();
        }
        ReceiptWords words = ReceiptWords.of(language);
        Locale locale = language.locale();
        Cost total = bought.total();
        long refunded = payment.refund().refundedMinor();
        ReceiptPage page =
                new ReceiptPage(
                                language.tag(),
                                words.receipt() + " " + order.id(),
                                brand + ": " + words.receipt())
                        .row(words.number(), order.id().value())
                        .row(words.paidOn(), day(bought.at(), locale))
                        .row(bought.title(), bought.granted() + " " + words.credits())
                        .row(words.period(), period(bought.term(), locale))
                        .row(words.price(), Money.text(order.purchase().price(), locale))
                        .row(
                                words.charged(),
                                total.amountMinor() == 0
                                        ? words.nothing()
                                        : Money.text(total, locale))
                        .row(
                                words.refunded(),
                                refunded == 0
                                        ? null
                                        : Money.text(new Cost(refunded, total.currency()), locale))
                        .row(words.paidBy(), order.processor())
                        .row(words.reference(), payment.reference().value())
                        .row(words.billedTo(), order.billingEmail())
                        .row(words.delivered(), day(order.consentedAt(), locale));
        return invoice(payment.reference())
                .map(address -> page.link(words.invoice(), address))
                .orElse(page)
                .response();
    }

    /** Without the processor there is no link, and a receipt all the same. */
    private Optional<URI> invoice(PaymentReference payment) {
        PaymentProcessor processor = processors.get(payment.processor());
        try {
            return processor == null ? Optional.empty() : processor.invoice(payment);
        } catch (DependencyFailure _) {
            return Optional.empty();
        }
    }

    private static @Nullable String period(@Nullable PaidPeriod term, Locale locale) {
        return term == null
                ? null
                : day(term.start(), locale) + " \u2013 " + day(term.end(), locale);
    }

    private static String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atZone(ZoneOffset.UTC));
    }
}
