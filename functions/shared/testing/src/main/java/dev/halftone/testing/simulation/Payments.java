package dev.halftone.testing.simulation;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.testing.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whatever comes of one person's money: grants, refunds and disputes, in any order. */
final class Payments {

    private static final Duration EXPIRY_MAX = Duration.ofMinutes(12);
    private static final Duration DISPUTE_MAX = Duration.ofMinutes(3);
    private static final Duration PARKED = Duration.ofSeconds(45);
    private static final int CROWD = Account.BUCKETS_MAX + 3;

    private final World world;
    private final Studio studio;
    private final Asked asked;
    private final Insistence insistence;
    private final Person person;
    private final List<Grant> grants = new ArrayList<>();
    private final Set<GrantId> unanswered = new HashSet<>();
    private int disputes;
    private boolean crowded;

    Payments(World world, Studio studio, Asked asked, Insistence insistence, Person person) {
        this.world = world;
        this.studio = studio;
        this.asked = asked;
        this.insistence = insistence;
        this.person = person;
    }

    void begin() {
        grant(person.welcome(10));
        grant(person.at(person.now().minusSeconds(1)).purchase(grants.size(), 20));
        if (world.rarely(16)) {
            crowded = true;
            crowd();
        }
    }

    /** Whether the account has no room for what is bought or disputed. */
    boolean isCrowded() {
        return crowded;
    }

    /** More purchases than an account has room for; then gifts find none, and disputes pile up. */
    private void crowd() {
        for (int number = 0; number < CROWD; number++) {
            grant(person.purchase(grants.size(), 1L + world.random.nextInt(2)));
        }
        grant(person.gift(grants.size(), 1));
        for (int number = 0; number <= Account.FREEZES_MAX; number++) {
            dispute();
        }
    }

    void grant() {
        int number = grants.size();
        long credits = 1L + world.random.nextInt(world.rarely(6) ? 40 : 9);
        Instant end = world.now().plus(world.upTo(EXPIRY_MAX));
        Person then = person.at(world.now().minusSeconds(number));
        Grant grant =
                switch (world.random.nextInt(7)) {
                    case 0 -> then.gift(number, credits);
                    case 1, 2 -> then.reward(number, credits, end);
                    case 3, 4 -> then.promotion(number, credits, end);
                    case 5 -> then.period(number, credits, end);
                    default -> then.purchase(number, credits);
                };
        grant(
                switch (world.random.nextInt(8)) {
                    case 0 -> grant.burning(world.random.nextInt(100));
                    case 1 ->
                            grant.expiry() == null
                                    ? grant.effective(world.now().plusSeconds(30))
                                    : grant;
                    case 2 -> then.purchase(number, world.rarely(4) ? 2 * Account.ISSUED_MAX : 1);
                    default -> grant;
                });
    }

    private void grant(Grant grant) {
        grants.add(grant);
        asked.grants.put(grant.id(), grant);
        unanswered.add(grant.id());
        insistence.tell(
                "grant",
                _ -> world.tally.heard(studio.ports.ledger().grant(grant)),
                outcome -> granted(grant, outcome));
    }

    private void granted(Grant grant, GrantOutcome outcome) {
        unanswered.remove(grant.id());
        switch (outcome) {
            case GrantOutcome.Granted _, GrantOutcome.Waiting _, GrantOutcome.AlreadyGranted _ ->
                    asked.granted.add(grant.id());
            case GrantOutcome.TooManyBuckets _, GrantOutcome.TooManyCredits _ -> {}
            case GrantOutcome.KeyReused _ -> throw new AssertionError("no other had its key");
        }
    }

    /** The key of a grant that was made, with another amount. */
    void misuseKey() {
        Grant former = world.anyOf(grants);
        if (!asked.granted.contains(former.id())) {
            return;
        }
        Grant other =
                new Grant(
                        former.account(),
                        former.key(),
                        former.source(),
                        former.amount().plus(new Credits(1)),
                        former.priority(),
                        former.effectiveAt(),
                        former.expiry(),
                        former.cost(),
                        former.at());
        insistence.tell(
                "misuse of a key",
                _ -> world.tally.heard(studio.ports.ledger().grant(other)),
                outcome ->
                        LedgerRules.require(
                                outcome instanceof GrantOutcome.KeyReused,
                                "took a key twice",
                                other));
    }

    void admit() {
        world.invoke(
                "admission",
                run -> world.tally.heard(studio.ports.ledger().admit(person.account(), run.now)));
    }

    /** The processor says how much of a payment it has given back altogether. */
    void revoke() {
        Grant grant = world.rarely(2) ? world.anyOf(grants) : recent();
        long most = Math.min(grant.amount().amount(), 100);
        long target = 1 + world.random.nextLong(most + 1);
        if (target <= grant.amount().amount()) {
            Asked.atLeast(asked.revocations, grant.id(), target);
        }
        revoke(grant, target);
    }

    /** What ended lately, or else anything. */
    private Grant recent() {
        List<Grant> ended =
                grants.stream()
                        .filter(grant -> grant.bucket().isLapsed(world.now()))
                        .filter(grant -> asked.granted.contains(grant.id()))
                        .toList();
        return world.anyOf(ended.isEmpty() ? grants : ended);
    }

    private void revoke(Grant grant, long target) {
        insistence.tell(
                "revocation",
                run ->
                        world.tally.heard(
                                studio.ports
                                        .corrections()
                                        .revoke(
                                                new Revocation(
                                                        person.account(),
                                                        grant.id(),
                                                        new Credits(target),
                                                        "refund",
                                                        run.now))),
                outcome -> revoked(grant, target, outcome));
    }

    private void revoked(Grant grant, long target, RevokeOutcome outcome) {
        switch (outcome) {
            case RevokeOutcome.Revoked _, RevokeOutcome.AlreadyRevoked _ ->
                    Asked.atLeast(asked.revoked, grant.id(), target);
            case RevokeOutcome.NoSuchGrant _ -> {
                if (unanswered.contains(grant.id())) {
                    // Parked until the payment itself is known.
                    world.timeline.later(PARKED, () -> revoke(grant, target));
                }
            }
            case RevokeOutcome.MoreThanGranted _ -> {}
        }
    }

    void dispute() {
        FreezeCause cause = new FreezeCause("dispute:" + person.account() + ":" + disputes++);
        asked.freezes.put(cause, person.account());
        insistence.tell(
                "dispute",
                run ->
                        world.tally.heard(
                                studio.ports
                                        .corrections()
                                        .freeze(person.account(), cause, run.now)),
                outcome -> {
                    if (outcome instanceof FreezeOutcome.Frozen
                            || outcome instanceof FreezeOutcome.AlreadyFrozen) {
                        asked.frozen.add(cause);
                    }
                });
        if (!world.rarely(8)) {
            world.timeline.later(world.upTo(DISPUTE_MAX), () -> settle(cause));
        }
    }

    private void settle(FreezeCause cause) {
        asked.thaws.add(cause);
        insistence.tell(
                "dispute won",
                run ->
                        world.tally.heard(
                                studio.ports.corrections().thaw(person.account(), cause, run.now)),
                _ -> {});
    }
}
