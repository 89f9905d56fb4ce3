package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.payment.Bill;
import dev.halftone.core.payment.Fulfilment;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.Payments;
import dev.halftone.core.payment.PriceList;
import dev.halftone.core.payment.Settling;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

final class InMemoryPayments implements Payments {

    private static final String CURSOR_FORM = "\\d{13}#[a-z]{2,20}:[A-Za-z0-9_.-]{1,100}";

    private final InMemoryStudio studio;
    private final InMemoryOrders orders;
    // Guarded by the studio's monitor.
    private final Map<PaymentReference, Payment> payments = new HashMap<>();

    InMemoryPayments(InMemoryStudio studio, InMemoryOrders orders) {
        this.studio = studio;
        this.orders = orders;
    }

    @Override
    public FulfilOutcome fulfil(Bill bill, PriceList prices, Instant now) {
        synchronized (studio) {
            return switch (Fulfilment.decide(
                    bill,
                    orders.find(bill.order()).orElse(null),
                    stored(bill.payment()),
                    prices,
                    now)) {
                case Fulfilment.Answer answer -> answer.outcome();
                case Fulfilment.Keep keep -> keep(keep);
                case Fulfilment.Book book -> {
                    boolean wasOpen = studio.books.knows(book.grant().account());
                    yield Fulfilment.isGranted(studio.ledger().grant(book.grant()))
                            ? keep(book.granted(wasOpen))
                            : keep(book.withoutRoom());
                }
            };
        }
    }

    private FulfilOutcome keep(Fulfilment.Keep keep) {
        orders.put(keep.order());
        put(keep.payment());
        return keep.outcome();
    }

    @Override
    public void note(PaymentFact.Refunded refunded) {
        synchronized (studio) {
            put(stored(refunded.payment()).with(refunded));
        }
    }

    @Override
    public void note(PaymentFact.Disputed disputed) {
        synchronized (studio) {
            put(stored(disputed.payment()).with(disputed));
        }
    }

    @Override
    public boolean settle(PaymentReference reference, Instant now) {
        synchronized (studio) {
            Payment payment = stored(reference);
            List<GrantState> grants =
                    Settling.grants(payment).stream()
                            .map(grant -> Objects.requireNonNull(studio.books.grants.get(grant)))
                            .toList();
            return take(Settling.next(payment, grants, now), payment, now);
        }
    }

    private boolean take(Settling.Step step, Payment payment, Instant now) {
        return switch (step) {
            case Settling.Step.Done _ -> false;
            case Settling.Step.Freeze freeze -> {
                Settling.check(studio.corrections().freeze(account(payment), freeze.cause(), now));
                yield put(freeze.after());
            }
            case Settling.Step.Thaw thaw -> {
                studio.corrections().thaw(account(payment), thaw.cause(), now);
                yield put(thaw.after());
            }
            case Settling.Step.GiveBack back -> {
                Settling.check(studio.ledger().grant(back.grant()));
                yield put(back.after());
            }
            case Settling.Step.Revoke revoke -> {
                studio.corrections().revoke(revoke.revocation());
                yield put(revoke.after());
            }
        };
    }

    private static AccountId account(Payment payment) {
        return Objects.requireNonNull(payment.bought()).order().account();
    }

    @Override
    public Optional<Payment> find(PaymentReference payment) {
        synchronized (studio) {
            return Optional.ofNullable(payments.get(payment));
        }
    }

    @Override
    public Page<Payment> of(AccountId account, int limit, @Nullable String cursor) {
        synchronized (studio) {
            NavigableMap<String, Payment> own = new TreeMap<>();
            for (Payment payment : payments.values()) {
                Payment.Bought bought = payment.bought();
                if (bought != null && bought.order().account().equals(account)) {
                    own.put(
                            "%013d#%s".formatted(bought.at().toEpochMilli(), payment.reference()),
                            payment);
                }
            }
            return Paging.page(own.descendingMap(), limit, cursor, CURSOR_FORM);
        }
    }

    private Payment stored(PaymentReference reference) {
        Payment known = payments.get(reference);
        return known == null ? Payment.unknown(reference) : known;
    }

    private boolean put(Payment payment) {
        payments.put(payment.reference(), payment);
        return true;
    }
}
