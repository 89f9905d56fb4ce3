package dev.halftone.testing;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.RefundOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Submits, ends and refunds generations at random. */
final class RandomGenerations {

    private static final Claim CLAIM = new Claim("run");

    private final RandomWorld world;
    private final List<Generation> live = new ArrayList<>();
    private final List<Generation> ended = new ArrayList<>();
    private @Nullable Drawing stale;
    private int generations;

    RandomGenerations(RandomWorld world) {
        this.world = world;
    }

    String submit() {
        long price =
                world.random.nextInt(world.poor ? 2 : 8) == 0
                        ? Math.max(1, world.account().spendable(world.now).amount())
                        : world.credits(12);
        Generation generation = generation(generations, price);
        return switch (world.heard(world.account().draw(generation.price().credits(), world.now))) {
            case DrawOutcome.Drawn drawn -> {
                stale = world.rarely(3) ? drawn.drawing() : stale;
                yield submit(generation, drawn.drawing());
            }
            case DrawOutcome.Insufficient insufficient -> insufficient.toString();
            case DrawOutcome.InDebt inDebt -> inDebt.toString();
            case DrawOutcome.Frozen frozen -> frozen.toString();
        };
    }

    private String submit(Generation generation, Drawing drawing) {
        StoreOutcome outcome =
                world.heard(
                        world.ports
                                .submissions()
                                .accept(generation, Samples.transfer(generation, drawing)));
        if (outcome instanceof StoreOutcome.Stored) {
            generations++;
            live.add(generation);
            world.pending += drawing.total().amount();
        }
        return "submit " + outcome;
    }

    String submitAgain() {
        if (live.isEmpty()) {
            return "nothing live";
        }
        Generation known = world.anyOf(live);
        return world.account().draw(known.price().credits(), world.now)
                        instanceof DrawOutcome.Drawn drawn
                ? submit(known, drawn.drawing())
                : "cannot be paid twice";
    }

    String submitStale() {
        Drawing drawing = stale;
        return drawing == null
                ? "nothing stale"
                : submit(generation(generations, drawing.total().amount()), drawing);
    }

    String post() {
        if (live.isEmpty()) {
            return "nothing live";
        }
        Generation accepted = live.remove(world.random.nextInt(live.size()));
        Generation running =
                moved(
                        accepted,
                        new GenerationEvent.SubmissionAccepted(
                                Samples.providerRequest(1), world.now, world.now));
        Generation delivering =
                moved(
                        running,
                        new GenerationEvent.ResultReady(
                                List.of(Samples.providerMedia(1)), world.now));
        Generation succeeded =
                delivering
                        .on(
                                new GenerationEvent.Delivered(
                                        List.of(Samples.media(delivering, 0)), world.now))
                        .orElseThrow();
        Credits price = accepted.price().credits();
        Credits charged =
                world.random.nextBoolean()
                        ? price
                        : new Credits(1 + world.random.nextLong(price.amount()));
        boolean onOldRevision = world.ports.settlements().settle(running, succeeded, charged);
        boolean settled = world.ports.settlements().settle(delivering, succeeded, charged);
        ended.add(delivering);
        world.pending -= price.amount();
        world.used += charged.amount();
        return "post %s of %s: %s %s".formatted(charged, price, onOldRevision, settled);
    }

    private Generation moved(Generation before, GenerationEvent event) {
        Generation after = before.on(event).orElseThrow();
        if (!world.ports.generations().move(before, after, CLAIM)) {
            throw new AssertionError("Nobody else moves it");
        }
        return after;
    }

    String giveUp() {
        if (live.isEmpty()) {
            return "nothing live";
        }
        Generation before = live.remove(world.random.nextInt(live.size()));
        boolean settled = world.ports.settlements().settle(before, failed(before));
        ended.add(before);
        world.pending -= before.price().credits().amount();
        return "void " + settled;
    }

    String endAgain() {
        if (ended.isEmpty()) {
            return "nothing ended";
        }
        Generation before = world.anyOf(ended);
        return "end again " + world.ports.settlements().settle(before, failed(before));
    }

    private Generation failed(Generation before) {
        return before.on(
                        new GenerationEvent.GivenUp(
                                FailureReason.TIMEOUT, "said the test", world.now))
                .orElseThrow();
    }

    String refund() {
        boolean unknown = ended.isEmpty() || world.rarely(10);
        boolean pending = !live.isEmpty() && world.rarely(10);
        Generation of =
                unknown ? generation(-1, 1) : pending ? world.anyOf(live) : world.anyOf(ended);
        RefundOutcome outcome =
                world.heard(
                        world.ports
                                .corrections()
                                .refund(
                                        new LateRefund(
                                                world.person.account(),
                                                of.id().transfer(),
                                                new Credits(world.credits(12)),
                                                "invalid_result",
                                                world.now)));
        if (outcome instanceof RefundOutcome.Refunded refunded) {
            world.used -= refunded.amount().amount();
        }
        return "refund " + outcome;
    }

    private Generation generation(int number, long credits) {
        return world.person.at(world.now.minusSeconds(number)).generation(number, credits);
    }
}
