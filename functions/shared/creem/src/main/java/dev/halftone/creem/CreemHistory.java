package dev.halftone.creem;

import dev.halftone.core.Page;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.payment.PaymentFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks what Creem lists: first transactions, the newest first and as far back as one may still be
 * taken back, then subscriptions, all of them, since they are in no order that says what changed.
 *
 * <p>Nothing listed leads from a single purchase to its order: that is found by asking for the
 * order's checkout.
 */
final class CreemHistory {

    private static final Pattern CURSOR = Pattern.compile("([ts])(\\d{1,6})");
    private static final String TRANSACTIONS = "t";
    private static final String SUBSCRIPTIONS = "s";

    private final CreemApi api;
    private final CreemFacts facts;

    CreemHistory(CreemApi api, CreemFacts facts) {
        this.api = api;
        this.facts = facts;
    }

    Page<PaymentFact> page(Instant from, @Nullable String cursor, Instant now) {
        Matcher at = CURSOR.matcher(cursor == null ? TRANSACTIONS + "1" : cursor);
        if (!at.matches()) {
            throw new IllegalArgumentException("No cursor of ours");
        }
        int number = Integer.parseInt(at.group(2));
        return at.group(1).equals(TRANSACTIONS)
                ? transactions(from, number, now)
                : subscriptions(from, number, now);
    }

    private Page<PaymentFact> transactions(Instant from, int number, Instant now) {
        CreemObject page = api.transactions(number);
        List<CreemCharge> charges = page.list("items").stream().map(CreemCharge::new).toList();
        requireNewestFirst(charges);
        List<PaymentFact> said = new ArrayList<>();
        for (CreemCharge charge : charges) {
            if (!charge.at().isBefore(from)) {
                period(charge).ifPresent(said::add);
            }
            facts.reversal(charge, now).ifPresent(said::add);
        }
        boolean isOver =
                charges.isEmpty()
                        || charges.getLast().at().isBefore(from.minus(CreemProtocol.REVERSIBLE));
        return new Page<>(
                said, next(page, TRANSACTIONS).filter(_ -> !isOver).orElse(SUBSCRIPTIONS + "1"));
    }

    /** It promises no order; if it were another one, the newest would never be looked at. */
    private static void requireNewestFirst(List<CreemCharge> charges) {
        if (!charges.isEmpty() && charges.getFirst().at().isBefore(charges.getLast().at())) {
            throw new PermanentFailure(CreemProtocol.NAME, "it no longer lists the newest first");
        }
    }

    private Optional<PaymentFact> period(CreemCharge charge) {
        return charge.isTaken()
                ? charge.transaction()
                        .id("subscription")
                        .flatMap(api::subscription)
                        .flatMap(subscription -> facts.period(subscription, charge))
                : Optional.empty();
    }

    private Page<PaymentFact> subscriptions(Instant from, int number, Instant now) {
        CreemObject page = api.subscriptions(number);
        List<PaymentFact> said =
                page.list("items").stream()
                        .filter(each -> isSince(each, from))
                        .flatMap(each -> state(each, now))
                        .toList();
        return new Page<>(said, next(page, SUBSCRIPTIONS).orElse(null));
    }

    private static boolean isSince(CreemObject subscription, Instant from) {
        return subscription.time("updated_at").filter(at -> at.isBefore(from)).isEmpty();
    }

    private Stream<PaymentFact> state(CreemObject subscription, Instant now) {
        return facts.state(subscription, now).stream();
    }

    private static Optional<String> next(CreemObject page, String kind) {
        return page.object("pagination")
                .filter(each -> each.has("next_page"))
                .map(each -> kind + each.need("next_page"));
    }
}
