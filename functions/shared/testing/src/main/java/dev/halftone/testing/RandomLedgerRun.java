package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.ThawOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does whatever can be done to one account, right or wrong, in an order that its seed decides. Two
 * runs of one seed on two stores do the same for as long as the stores answer the same.
 */
public final class RandomLedgerRun {

    private static final int PHASE = 50;
    private static final int DUE_MAX = 1_000;
    private static final int PURCHASES_AT_ONCE = 30;
    private static final int DISPUTES_AT_ONCE = Account.FREEZES_MAX + 1;

    private final RandomWorld world;
    private final RandomGenerations generations;
    private final List<Grant> grants = new ArrayList<>();
    private final List<FreezeCause> causes = new ArrayList<>();
    private @Nullable Grant expired;

    public RandomLedgerRun(StudioPorts ports, Person person, long seed) {
        this.world = new RandomWorld(ports, person, seed);
        this.generations = new RandomGenerations(world);
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
        }
    }

    /** Every kind of answer that was heard. */
    Set<Class<?>> outcomes() {
        return world.outcomes;
    }

    /** The account as it is now. */
    public Account account() {
        return world.account();
    }

    /** Does one thing, checks that the account is conserved, and says what came of it. */
    public String step() {
        world.now = world.now.plusSeconds(1 + world.random.nextInt(600));
        // Only who runs out of credits empties buckets, admits what waits, and may end up owing.
        world.poor = world.rarely(PHASE) != world.poor;
        String said =
                switch (world.random.nextInt(40)) {
                    case 0, 1, 2, 3, 4, 5 -> come();
                    case 6 -> grantAgain(0);
                    case 7 -> grantAgain(1);
                    case 8 -> grantTooMuch();
                    case 9 -> admit();
                    case 10, 11, 12, 13, 14, 15 -> generations.submit();
                    case 16 -> generations.submitAgain();
                    case 17 -> generations.submitStale();
                    case 18, 19, 20 -> generations.post();
                    case 21, 22, 23 -> generations.giveUp();
                    case 24, 25 -> generations.refund();
                    case 26, 27, 28 -> revoke();
                    case 29 -> world.rarely(2) ? generations.endAgain() : revokeForeign();
                    case 30 -> world.rarely(20) ? disputes() : freeze();
                    case 31, 32, 33 -> thaw();
                    case 34, 35, 36 -> expire();
                    case 37 -> world.rarely(5) ? sweep() : freezeForeign();
                    default -> sleep();
                };
        world.check();
        return said;
    }

    private String come() {
        if (world.poor) {
            return generations.submit();
        }
        return world.rarely(60) ? purchases() : grant(world.credits(world.rarely(6) ? 60 : 9));
    }

    private String admit() {
        return "admit "
                + world.heard(world.ports.ledger().admit(world.person.account(), world.now));
    }

    private String grant(long credits) {
        return grant(fresh(grants.size(), credits));
    }

    private String grant(Grant grant) {
        GrantOutcome outcome = world.heard(world.ports.ledger().grant(grant));
        boolean granted =
                outcome instanceof GrantOutcome.Granted || outcome instanceof GrantOutcome.Waiting;
        if (granted) {
            grants.add(grant);
            world.granted += grant.amount().amount();
        }
        return "grant " + outcome;
    }

    private Grant fresh(int number, long credits) {
        Instant end = world.now.plus(Duration.ofHours(1 + world.random.nextInt(400)));
        Person later = world.person.at(world.now.minusSeconds(number));
        Grant grant =
                switch (world.random.nextInt(6)) {
                    case 0 -> later.gift(number, credits);
                    case 1 -> later.reward(number, credits, end);
                    case 2 -> later.promotion(number, credits, end);
                    case 3 -> later.period(number, credits, end);
                    default -> later.purchase(number, credits);
                };
        return switch (world.random.nextInt(8)) {
            case 0 -> grant.burning(world.random.nextInt(100));
            case 1 -> grant.effective(world.now.plusSeconds(world.random.nextInt(3_000)));
            default -> grant;
        };
    }

    private String grantAgain(long more) {
        if (grants.isEmpty()) {
            return "no grant";
        }
        Grant former = world.anyOf(grants);
        Grant again =
                new Grant(
                        former.account(),
                        former.key(),
                        former.source(),
                        former.amount().plus(new Credits(more)),
                        former.priority(),
                        former.effectiveAt(),
                        former.expiry(),
                        former.cost(),
                        world.now);
        return "grant again " + world.heard(world.ports.ledger().grant(again));
    }

    private String purchases() {
        StringBuilder said = new StringBuilder("purchases");
        for (int number = 0; number < PURCHASES_AT_ONCE; number++) {
            int next = grants.size();
            said.append(grant(world.person.at(world.now.minusSeconds(next)).purchase(next, 1)));
        }
        return said.toString();
    }

    private String grantTooMuch() {
        return world.granted == 0
                ? "nothing granted"
                : "grant too much "
                        + world.heard(
                                world.ports
                                        .ledger()
                                        .grant(world.person.purchase(-1, 2 * Account.ISSUED_MAX)));
    }

    private String revoke() {
        if (grants.isEmpty()) {
            return "no grant";
        }
        Grant grant =
                expired != null && world.random.nextInt(3) > 0 ? expired : world.anyOf(grants);
        long most = grant.amount().amount();
        RevokeOutcome outcome =
                revoke(
                        world.person.account(),
                        grant,
                        1 + world.random.nextLong(most + 1 + most / 4));
        if (outcome instanceof RevokeOutcome.Revoked revoked) {
            world.revoked += revoked.taken().plus(revoked.debt()).amount();
        }
        return "revoke " + outcome;
    }

    private String revokeForeign() {
        return grants.isEmpty()
                ? "no grant"
                : "revoke foreign " + revoke(Samples.accountId(1), world.anyOf(grants), 1);
    }

    private RevokeOutcome revoke(AccountId account, Grant grant, long target) {
        return world.heard(
                world.ports
                        .corrections()
                        .revoke(
                                new Revocation(
                                        account,
                                        grant.id(),
                                        new Credits(target),
                                        "refund",
                                        world.now)));
    }

    private String freeze() {
        boolean again = !causes.isEmpty() && world.rarely(3);
        return freeze(
                again ? world.anyOf(causes) : new FreezeCause("dispute:test:" + causes.size()));
    }

    private String freeze(FreezeCause cause) {
        FreezeOutcome outcome =
                world.heard(
                        world.ports.corrections().freeze(world.person.account(), cause, world.now));
        if (outcome instanceof FreezeOutcome.Frozen) {
            causes.add(cause);
        }
        return "freeze " + outcome;
    }

    private String disputes() {
        StringBuilder said = new StringBuilder("disputes");
        int first = causes.size();
        for (int number = 0; number < DISPUTES_AT_ONCE; number++) {
            said.append(freeze(new FreezeCause("dispute:test:" + causes.size())));
        }
        for (FreezeCause cause : causes.subList(first, causes.size())) {
            said.append(thaw(cause));
        }
        return said.toString();
    }

    private String freezeForeign() {
        FreezeCause cause = new FreezeCause("dispute:test:0");
        return "freeze foreign "
                + world.heard(
                        world.ports.corrections().freeze(Samples.accountId(2), cause, world.now));
    }

    private String thaw() {
        List<FreezeCause> frozen = List.copyOf(world.account().freezes());
        return frozen.isEmpty()
                ? thaw(new FreezeCause("dispute:test:0"))
                : thaw(world.anyOf(frozen));
    }

    private String thaw(FreezeCause cause) {
        ThawOutcome outcome =
                world.heard(
                        world.ports.corrections().thaw(world.person.account(), cause, world.now));
        return "thaw " + outcome;
    }

    private String expire() {
        if (grants.isEmpty()) {
            return "no grant";
        }
        // Mostly recent ones, for those of old are over.
        int back = world.rarely(10) ? grants.size() : Math.min(grants.size(), 60);
        Grant grant = grants.get(grants.size() - 1 - world.random.nextInt(back));
        ExpireOutcome outcome =
                world.heard(
                        world.ports
                                .expiries()
                                .expire(world.person.account(), grant.bucket().grant(), world.now));
        expired = outcome instanceof ExpireOutcome.Expired ? grant : expired;
        return "expire " + outcome;
    }

    /** As the hourly sweep does: whatever is due, and nothing else. */
    private String sweep() {
        StringBuilder said = new StringBuilder("sweep");
        for (int shard = 0; shard < Expiries.SHARDS; shard++) {
            world.ports.expiries().due(shard, world.now, DUE_MAX).stream()
                    .filter(due -> due.account().equals(world.person.account()))
                    .map(Expiries.Due::bucket)
                    .sorted(Comparator.comparing(GrantId::value))
                    .forEach(
                            bucket ->
                                    said.append(' ')
                                            .append(
                                                    world.heard(
                                                            world.ports
                                                                    .expiries()
                                                                    .expire(
                                                                            world.person.account(),
                                                                            bucket,
                                                                            world.now))));
        }
        return said.toString();
    }

    private String sleep() {
        world.now = world.now.plus(Duration.ofHours(world.random.nextInt(60)));
        return "sleep until " + world.now;
    }
}
