package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Does whatever can be done to one account, in an order that its seed decides. */
final class RandomLedgerRun {

    private static final long CREDITS_MAX = 9;

    private final StudioPorts ports;
    private final Person person;
    private final SplittableRandom random;
    private final List<Generation> live = new ArrayList<>();
    private final List<Generation> ended = new ArrayList<>();
    // The simplest possible ledger: three numbers.
    private long available;
    private long pending;
    private long used;
    private int gifts;
    private int generations;

    RandomLedgerRun(StudioPorts ports, Person person, long seed) {
        this.ports = ports;
        this.person = person;
        this.random = new SplittableRandom(seed);
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(8)) {
                case 0 -> grant();
                case 1 -> grantAgain();
                case 2, 3 -> submit();
                case 4 -> submitAgain();
                case 5 -> post();
                case 6 -> giveUp();
                default -> endAgain();
            }
            check();
        }
    }

    private void grant() {
        Grant gift = person.gift(gifts, credits());
        switch (ports.ledger().grant(gift)) {
            case GrantOutcome.Granted granted -> {
                gifts++;
                available += granted.amount().amount();
            }
            case GrantOutcome.TooManyBuckets _ -> {}
            case GrantOutcome.AlreadyGranted _,
                    GrantOutcome.KeyReused _,
                    GrantOutcome.Waiting _,
                    GrantOutcome.TooManyCredits _ ->
                    throw new AssertionError("It is new, small and given");
        }
    }

    private void grantAgain() {
        if (gifts > 0) {
            assertThat(ports.ledger().grant(person.gift(random.nextInt(gifts), credits())))
                    .isIn(new GrantOutcome.AlreadyGranted(), new GrantOutcome.KeyReused());
        }
    }

    private void submit() {
        Generation generation = person.generation(generations, credits());
        Credits price = generation.price().credits();
        switch (account().draw(price, generation.createdAt())) {
            case DrawOutcome.InDebt _, DrawOutcome.Frozen _ ->
                    throw new AssertionError("Nothing was taken back");
            case DrawOutcome.Insufficient _ -> assertThat(available).isLessThan(price.amount());
            case DrawOutcome.Drawn drawn -> {
                assertThat(
                                ports.submissions()
                                        .accept(
                                                generation,
                                                Samples.transfer(generation, drawn.drawing())))
                        .isEqualTo(new StoreOutcome.Stored());
                generations++;
                live.add(generation);
                available -= price.amount();
                pending += price.amount();
            }
        }
    }

    private void submitAgain() {
        if (live.isEmpty()) {
            return;
        }
        Generation known = live.get(random.nextInt(live.size()));
        if (account().draw(known.price().credits(), known.createdAt())
                instanceof DrawOutcome.Drawn drawn) {
            assertThat(ports.submissions().accept(known, Samples.transfer(known, drawn.drawing())))
                    .isInstanceOf(StoreOutcome.AlreadyStored.class);
        }
    }

    private void post() {
        if (live.isEmpty()) {
            return;
        }
        Generation accepted = live.remove(random.nextInt(live.size()));
        Generation running =
                move(
                        accepted,
                        new GenerationEvent.SubmissionAccepted(
                                Samples.providerRequest(1), person.now()));
        Generation delivering =
                move(
                        running,
                        new GenerationEvent.ResultReady(
                                List.of(Samples.providerMedia(1)), person.now()));
        Generation succeeded = StudioContract.succeeded(delivering);
        assertThat(ports.settlements().settle(running, StudioContract.succeeded(delivering)))
                .isFalse();
        assertThat(ports.settlements().settle(delivering, succeeded)).isTrue();
        ended.add(delivering);
        pending -= accepted.price().credits().amount();
        used += accepted.price().credits().amount();
    }

    private Generation move(Generation before, GenerationEvent event) {
        Generation after = before.on(event).orElseThrow();
        assertThat(ports.generations().move(before, after, new Claim("run"))).isTrue();
        return after;
    }

    private void giveUp() {
        if (live.isEmpty()) {
            return;
        }
        Generation before = live.remove(random.nextInt(live.size()));
        Generation failed = StudioContract.failed(before, FailureReason.TIMEOUT);
        assertThat(ports.settlements().settle(before, failed)).isTrue();
        ended.add(before);
        pending -= before.price().credits().amount();
        available += before.price().credits().amount();
    }

    private void endAgain() {
        if (!ended.isEmpty()) {
            Generation before = ended.get(random.nextInt(ended.size()));
            Generation failed = StudioContract.failed(before, FailureReason.CANCELLED);
            assertThat(ports.settlements().settle(before, failed)).isFalse();
        }
    }

    private void check() {
        Account account = account();
        Conservation.check(account);
        assertThat(account.available()).isEqualTo(new Credits(available));
        assertThat(account.pending()).isEqualTo(new Credits(pending));
        assertThat(account.used()).isEqualTo(new Credits(used));
    }

    private Account account() {
        return ports.ledger().account(person.account()).orElse(Account.empty(person.account()));
    }

    private long credits() {
        return 1 + random.nextLong(CREDITS_MAX);
    }
}
