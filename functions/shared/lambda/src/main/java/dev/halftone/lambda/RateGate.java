package dev.halftone.lambda;

import dev.halftone.core.SigningKey;
import dev.halftone.core.ratelimit.AdmitOutcome;
import dev.halftone.core.ratelimit.AdmitRequest;
import dev.halftone.core.ratelimit.BucketId;
import dev.halftone.core.ratelimit.ClientNetwork;
import dev.halftone.core.ratelimit.RateClass;
import dev.halftone.core.ratelimit.RateLimits;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps anybody from asking too often, in one place for all routes of a function.
 *
 * <p>What anybody may ask is counted by network before it is answered. The rest is counted by
 * person once the guard knows who it is: to count by what a cookie claims, which would save a round
 * trip, would let anybody use up the requests of others.
 */
public final class RateGate {
    private static final ScopedValue<Meter> METER = ScopedValue.newInstance();

    private final Function<BucketId, AdmitOutcome> admission;
    private final Supplier<SigningKey> key;

    private RateGate(Function<BucketId, AdmitOutcome> admission, Supplier<SigningKey> key) {
        this.admission = admission;
        this.key = key;
    }

    /** For a function that answers people; the key is asked for per request. */
    public static RateGate of(RateLimits limits, Supplier<SigningKey> key, Clock clock) {
        AdmitRequest admit = new AdmitRequest(limits);
        return new RateGate(bucket -> admit.admit(bucket, clock.instant()), key);
    }

    /** For a function that answers providers, or from memory alone. */
    static RateGate open() {
        return new RateGate(
                _ -> new AdmitOutcome.Uncounted(),
                () -> {
                    throw new IllegalStateException("Nobody is counted here");
                });
    }

    /** Answers a request if it is not one too many. */
    HttpResponse answer(HttpRequest request, Route route) {
        Optional<RateClass> kind = RouteClass.of(request.routeKey());
        // Before a snapshot nothing is written and no secret asked for.
        if (kind.isEmpty() || SnapshotHook.PRIMING.isBound()) {
            return route.handle(request);
        }
        Meter meter = new Meter(this, kind.get());
        return RouteClass.isByNetwork(kind.get())
                ? meter.take(ClientNetwork.of(request.sourceIp()))
                        .orElseGet(() -> meter.told(route.handle(request)))
                : meter.told(ScopedValue.where(METER, meter).call(() -> route.handle(request)));
    }

    /**
     * Who asks.
     *
     * @param token that they ask with; {@code null} for a session
     */
    record Subject(String user, @Nullable String token) {}

    /**
     * Counts the request that is being answered for whoever asks it, once.
     *
     * @return the refusal, if it is one too many
     */
    static Optional<HttpResponse> take(Subject subject) {
        if (!METER.isBound()) {
            return Optional.empty();
        }
        Meter meter = METER.get();
        String token = subject.token();
        return meter.take(token != null && meter.kind == RateClass.READ ? token : subject.user());
    }

    /** What becomes of one request. */
    private static final class Meter {
        private final RateGate gate;
        private final RateClass kind;
        private AdmitOutcome outcome = new AdmitOutcome.Uncounted();
        private boolean taken;

        Meter(RateGate gate, RateClass kind) {
            this.gate = gate;
            this.kind = kind;
        }

        Optional<HttpResponse> take(String subject) {
            if (!taken) {
                taken = true;
                outcome = gate.admit(kind, subject);
            }
            return switch (outcome) {
                case AdmitOutcome.TooMany many -> Optional.of(RateHeaders.refusal(kind, many));
                case AdmitOutcome.Admitted _, AdmitOutcome.Uncounted _ -> Optional.empty();
            };
        }

        HttpResponse told(HttpResponse response) {
            return switch (outcome) {
                case AdmitOutcome.Admitted admitted ->
                        RateHeaders.on(response, kind, admitted.left(), admitted.untilFull());
                case AdmitOutcome.Uncounted _, AdmitOutcome.TooMany _ -> response;
            };
        }
    }

    private AdmitOutcome admit(RateClass kind, String subject) {
        return admission.apply(BucketId.of(kind, subject, key.get()));
    }
}
