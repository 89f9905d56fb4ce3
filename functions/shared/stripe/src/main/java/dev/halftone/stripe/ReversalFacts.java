package dev.halftone.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.param.RefundListParams;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.PaymentFact;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What went back of a payment, and what the payer's bank says. */
final class ReversalFacts {

    // https://docs.stripe.com/api/refunds/object#refund_object-status
    private static final Set<String> NEVER_WENT = Set.of("failed", "canceled");
    private static final long REFUNDS_MAX = 100;

    private final StripeApi stripe;

    ReversalFacts(StripeApi stripe) {
        this.stripe = stripe;
    }

    /** The refunds are added up, because a charge need not notice that one of them failed. */
    Optional<PaymentFact> ofCharge(String id, Instant now) {
        return stripe.find(api -> api.charges().retrieve(id))
                .filter(charge -> charge.getPaymentIntent() != null && charge.getAmount() > 0)
                .map(charge -> refunded(charge, now));
    }

    private PaymentFact refunded(Charge charge, Instant now) {
        RefundListParams which =
                RefundListParams.builder().setCharge(charge.getId()).setLimit(REFUNDS_MAX).build();
        long refunded =
                stripe.call(api -> api.refunds().list(which)).getData().stream()
                        .filter(refund -> !NEVER_WENT.contains(refund.getStatus()))
                        .mapToLong(Refund::getAmount)
                        .sum();
        return new PaymentFact.Refunded(
                Names.payment(charge.getPaymentIntent()), refunded, charge.getAmount(), now);
    }

    Optional<PaymentFact> ofDispute(String id, Instant now) {
        return stripe.find(api -> api.disputes().retrieve(id))
                .filter(dispute -> dispute.getPaymentIntent() != null)
                .flatMap(dispute -> disputed(dispute, now));
    }

    private static Optional<PaymentFact> disputed(Dispute dispute, Instant now) {
        return phase(dispute.getStatus())
                .map(
                        phase ->
                                new PaymentFact.Disputed(
                                        Names.payment(dispute.getPaymentIntent()),
                                        dispute.getId(),
                                        phase,
                                        dispute.getAmount(),
                                        now));
    }

    // https://docs.stripe.com/api/disputes/object#dispute_object-status
    private static Optional<DisputePhase> phase(String status) {
        return switch (status) {
            case "warning_needs_response", "warning_under_review" ->
                    Optional.of(DisputePhase.INQUIRY);
            case "needs_response", "under_review" -> Optional.of(DisputePhase.OPEN);
            case "won", "prevented", "warning_closed" -> Optional.of(DisputePhase.WON);
            case "lost" -> Optional.of(DisputePhase.LOST);
            default -> Optional.empty();
        };
    }
}
