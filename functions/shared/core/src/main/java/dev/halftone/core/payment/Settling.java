package dev.halftone.core.payment;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.payment.Payment.Bought;
import dev.halftone.core.payment.Payment.Dispute;
import dev.halftone.core.payment.Payment.Hold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the news of a payment ask of its account. Each step is decided from the payment as it is
 * stored, and written together with it: whoever is interrupted, or late, leaves or finds a payment
 * that says what comes next.
 */
public final class Settling {

    /** How often what was taken back may be given back; no bank changes its mind more often. */
    public static final int RETURNS_MAX = 20;

    private Settling() {}

    /** What to do next. */
    public sealed interface Step {

        /** Everything is as it is to be. */
        record Done() implements Step {}

        record Freeze(FreezeCause cause, Payment after) implements Step {}

        /**
         * Takes credits back.
         *
         * @param seen how much of that grant was taken back before
         */
        record Revoke(Revocation revocation, Credits seen, Payment after) implements Step {}

        /** Gives credits back that had been taken. */
        record GiveBack(Grant grant, Payment after) implements Step {}

        record Thaw(FreezeCause cause, Payment after) implements Step {}
    }

    /** The grants that a payment led to, oldest first: its own, and what was given back of it. */
    public static List<GrantId> grants(Payment payment) {
        if (payment.granted().isZero() || payment.bought() == null) {
            return List.of();
        }
        List<GrantId> grants = new ArrayList<>();
        grants.add(GrantId.derive(payment.bought().key()));
        for (int number = 1; number <= payment.returns(); number++) {
            grants.add(GrantId.derive(returned(payment, number)));
        }
        return grants;
    }

    /**
     * The next step.
     *
     * @param grants what {@link #grants} names, in that order
     */
    public static Step next(Payment payment, List<GrantState> grants, Instant now) {
        Bought bought = payment.bought();
        if (bought == null || grants.isEmpty()) {
            return new Step.Done();
        }
        Optional<Map.Entry<String, Dispute>> begun = dispute(payment, DisputePhase.OPEN, Hold.NONE);
        if (begun.isPresent()) {
            return freeze(payment, begun.get().getKey(), begun.get().getValue());
        }
        if (payment.revoked().isLessThan(payment.target())) {
            return revoke(payment, bought, grants, now);
        }
        if (payment.target().isLessThan(payment.revoked())) {
            return giveBack(payment, bought, grants.getFirst().grant(), now);
        }
        return dispute(payment, DisputePhase.WON, Hold.FROZEN)
                .or(() -> dispute(payment, DisputePhase.LOST, Hold.FROZEN))
                .<Step>map(over -> thaw(payment, over.getKey(), over.getValue()))
                .orElseGet(Step.Done::new);
    }

    private static Optional<Map.Entry<String, Dispute>> dispute(
            Payment payment, DisputePhase phase, Hold hold) {
        return payment.disputes().entrySet().stream()
                .filter(each -> each.getValue().phase() == phase && each.getValue().hold() == hold)
                .findFirst();
    }

    private static Step freeze(Payment payment, String name, Dispute dispute) {
        return new Step.Freeze(cause(payment, name), payment.holding(name, dispute, Hold.FROZEN));
    }

    private static Step thaw(Payment payment, String name, Dispute dispute) {
        return new Step.Thaw(cause(payment, name), payment.holding(name, dispute, Hold.THAWED));
    }

    /** Of what was given back last first: so no grant is ever asked for more than it gave. */
    private static Step revoke(
            Payment payment, Bought bought, List<GrantState> grants, Instant now) {
        Credits missing = payment.target().minus(payment.revoked());
        for (GrantState state : grants.reversed()) {
            Credits taken = state.grant().amount().minus(state.revoked()).atMost(missing);
            if (!taken.isZero()) {
                return new Step.Revoke(
                        new Revocation(
                                bought.order().account(),
                                state.grant().id(),
                                state.revoked().plus(taken),
                                payment.isLost() ? "chargeback" : "refund",
                                now),
                        state.revoked(),
                        payment.revoking(payment.revoked().plus(taken)));
            }
        }
        throw new PermanentFailure("ledger", "more was taken back of a payment than it says");
    }

    private static Step giveBack(Payment payment, Bought bought, Grant first, Instant now) {
        if (payment.returns() == RETURNS_MAX) {
            throw new PermanentFailure("ledger", "a payment went back and forth too often");
        }
        Grant grant =
                new Grant(
                        bought.order().account(),
                        returned(payment, payment.returns() + 1),
                        GrantSource.RESTORED,
                        payment.revoked().minus(payment.target()),
                        now);
        return new Step.GiveBack(
                first.expiry() == null ? grant : grant.expiring(end(first.expiry(), now)),
                payment.returning(payment.target()));
    }

    private static Expiry end(Expiry first, Instant now) {
        Instant late = now.plus(Fulfilment.LATE_MIN);
        return Expiry.at(first.at().isBefore(late) ? late : first.at());
    }

    private static BusinessKey returned(Payment payment, int number) {
        return new BusinessKey("return:" + payment.reference().text() + ":" + number);
    }

    private static FreezeCause cause(Payment payment, String dispute) {
        return new FreezeCause("dispute:" + payment.reference().processor() + ":" + dispute);
    }

    /** Fails unless the account is frozen now, or was already. */
    public static void check(FreezeOutcome outcome) {
        switch (outcome) {
            case FreezeOutcome.Frozen _, FreezeOutcome.AlreadyFrozen _ -> {}
            case FreezeOutcome.NoSuchAccount _ ->
                    throw new PermanentFailure("ledger", "a payment has no account");
            case FreezeOutcome.TooManyCauses _ ->
                    throw new PermanentFailure("ledger", "an account has too many disputes");
        }
    }

    /** Fails unless the credits are there now. */
    public static void check(GrantOutcome outcome) {
        switch (outcome) {
            case GrantOutcome.Granted _, GrantOutcome.Waiting _, GrantOutcome.AlreadyGranted _ -> {}
            case GrantOutcome.TooManyBuckets _, GrantOutcome.TooManyCredits _ ->
                    throw new TransientFailure("ledger", "no room for credits to be given back");
            case GrantOutcome.KeyReused _ ->
                    throw new PermanentFailure("ledger", "what was given back was something else");
        }
    }
}
