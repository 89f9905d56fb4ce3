package dev.halftone.testing.simulation;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.TraceId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.generation.SubmitGeneration.Command;
import dev.halftone.core.generation.SubmitOutcome;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.testing.Person;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StudioPorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one person wants: pictures, to stop them, to try again, and their credits back. */
final class Wishes {

    private static final Duration AGAIN_MAX = Duration.ofSeconds(30);
    private static final Duration CLICKS = Duration.ofMillis(200);
    private static final Duration STALE = Duration.ofMinutes(20);
    private static final int TRIES_MAX = 6;
    private static final int LINES = 20;
    private static final List<String> PROVIDERS =
            List.of(Studio.SWIFT, Studio.SWIFT, Studio.DEAR, Studio.OPEN, Studio.DIRECT);

    private final World world;
    private final Studio studio;
    private final StudioPorts truth;
    private final Asked asked;
    private final Insistence insistence;
    private final Person person;
    private final List<Command> commands = new ArrayList<>();
    private final List<GenerationId> secondTries = new ArrayList<>();

    /**
     * A person without wishes.
     *
     * @param truth the store without its faults, to choose what to do next
     */
    Wishes(
            World world,
            Studio studio,
            StudioPorts truth,
            Asked asked,
            Insistence insistence,
            Person person) {
        this.world = world;
        this.studio = studio;
        this.truth = truth;
        this.asked = asked;
        this.insistence = insistence;
        this.person = person;
    }

    GenerationId submit() {
        String provider = world.anyOf(PROVIDERS);
        Command command =
                command(commands.size(), provider + "-model", "A picture", world.now(), person);
        GenerationId id = id(command);
        commands.add(command);
        submit(command, 1);
        if (world.mix.strikes(Trouble.CLICKED_TWICE)) {
            world.timeline.later(world.upTo(CLICKS), () -> submit(command, 1));
        }
        return id;
    }

    private Command command(
            int number, String model, String prompt, Instant quotedAt, Person quotedFor) {
        String key = "request-%06d".formatted(number);
        String token = "none";
        if (studio.quoting().quote(quotedFor.user(), picture(model), quotedAt)
                instanceof MakeQuote.Outcome.Quoted quoted) {
            token = quoted.token();
            GenerationId id =
                    GenerationId.derive(
                            Samples.signingKey(), person.user(), new IdempotencyKey(key));
            long price = quoted.quote().price().credits().amount();
            asked.orders.putIfAbsent(id, new Asked.Order(person.account(), price));
        }
        return new Command(
                person.user(),
                person.account(),
                new IdempotencyKey(key),
                picture(model),
                prompt,
                token,
                new TraceId("7ace%028x".formatted(number)));
    }

    private static dev.halftone.core.generation.Asked picture(String model) {
        return new dev.halftone.core.generation.Asked(model, "16:9", "1K", null);
    }

    private static GenerationId id(Command command) {
        return GenerationId.derive(Samples.signingKey(), command.user(), command.idempotencyKey());
    }

    private void submit(Command command, int attempt) {
        Optional<SubmitOutcome> outcome =
                world.invoke(
                        "submission",
                        run -> world.tally.heard(studio.submitting().submit(command, run.now)));
        outcome.ifPresentOrElse(
                heard -> answered(command, heard),
                () -> {
                    if (attempt < TRIES_MAX && !world.rarely(4)) {
                        world.timeline.later(
                                world.upTo(AGAIN_MAX), () -> submit(command, attempt + 1));
                    }
                });
    }

    private void answered(Command command, SubmitOutcome outcome) {
        Generation generation =
                switch (outcome) {
                    case SubmitOutcome.Accepted accepted -> accepted.generation();
                    case SubmitOutcome.Existing existing -> existing.generation();
                    case SubmitOutcome.Gone _,
                            SubmitOutcome.KeyReused _,
                            SubmitOutcome.InsufficientCredits _,
                            SubmitOutcome.InDebt _,
                            SubmitOutcome.AccountFrozen _,
                            SubmitOutcome.CeilingReached _,
                            SubmitOutcome.LimitReached _,
                            SubmitOutcome.OverQuota _,
                            SubmitOutcome.PromptRefused _,
                            SubmitOutcome.SafetyCheckUnavailable _,
                            SubmitOutcome.NobodyMakesIt _,
                            SubmitOutcome.UnknownModel _,
                            SubmitOutcome.Withdrawn _,
                            SubmitOutcome.Refused _,
                            SubmitOutcome.QuoteExpired _,
                            SubmitOutcome.QuoteMismatch _ ->
                            null;
                };
        if (generation != null) {
            boolean same =
                    generation.id().equals(id(command))
                            && generation.request().prompt().equals(command.prompt());
            LedgerRules.require(same, "another answer to the same request", generation);
            asked.accepted.add(generation.id());
        }
    }

    void submitAgain() {
        if (!commands.isEmpty()) {
            submit(world.anyOf(commands), 1);
        }
    }

    /** The same key with another content. */
    void submitOther() {
        if (!commands.isEmpty()) {
            Command former = world.anyOf(commands);
            submit(
                    new Command(
                            former.user(),
                            former.account(),
                            former.idempotencyKey(),
                            former.asked(),
                            "Another picture",
                            former.quote(),
                            former.trace()),
                    TRIES_MAX);
        }
    }

    /** What must be refused; numbered apart, so that no honest request shares its key. */
    void submitNonsense(Person somebodyElse) {
        int number = 900_000 + world.random.nextInt(90_000);
        Instant now = world.now();
        String model = Studio.DEAR + "-model";
        submit(
                switch (world.random.nextInt(4)) {
                    case 0 -> command(number, "no-such-model", "A picture", now, person);
                    case 1 -> command(number, model, " ", now, person);
                    case 2 -> command(number, model, "A picture", now.minus(STALE), person);
                    default -> command(number, model, "A picture", now, somebodyElse);
                },
                TRIES_MAX);
    }

    void cancel() {
        if (!commands.isEmpty()) {
            GenerationId id = id(world.anyOf(commands));
            world.invoke(
                    "cancellation",
                    run ->
                            world.tally.heard(
                                    studio.cancelling.cancel(
                                            id, person.user(), run.claim, run.now)));
        }
    }

    /** What has ended, away with it; what has not is refused. */
    void remove() {
        if (!commands.isEmpty()) {
            GenerationId id = id(world.anyOf(commands));
            asked.removals.add(id);
            insistence.tell(
                    "removal",
                    run ->
                            world.tally.heard(
                                    studio.removing.remove(id, person.user(), run.claim, run.now)),
                    _ -> {});
        }
    }

    void refund() {
        if (commands.isEmpty()) {
            return;
        }
        GenerationId id = id(world.anyOf(commands));
        long price = LedgerRules.known(asked.orders.get(id), "never asked for", id).price();
        long amount = 1 + world.random.nextLong(price + 1);
        if (amount <= price) {
            Asked.atLeast(asked.refunds, id.transfer(), amount);
        }
        insistence.tell(
                "late refund",
                run ->
                        world.tally.heard(
                                studio.ports
                                        .corrections()
                                        .refund(
                                                new LateRefund(
                                                        person.account(),
                                                        id.transfer(),
                                                        new Credits(amount),
                                                        "invalid_result",
                                                        run.now))),
                outcome -> {
                    if (outcome instanceof RefundOutcome.Refunded
                            || outcome instanceof RefundOutcome.AlreadyRefunded) {
                        asked.refunded.add(id.transfer());
                    }
                });
    }

    /** A new generation for one that failed. */
    void tryAgain() {
        boolean failed =
                commands.stream()
                        .map(command -> truth.generations().find(id(command)))
                        .flatMap(Optional::stream)
                        .anyMatch(each -> each.state() instanceof GenerationState.Failed);
        if (failed) {
            secondTries.add(submit());
        }
    }

    void read() {
        world.invoke("statement", _ -> studio.reading.read(person.account(), LINES, null));
    }

    /** Every request comes once more. */
    void echo(Duration within) {
        for (Command command : commands) {
            world.timeline.later(world.upTo(within), () -> submit(command, TRIES_MAX));
        }
    }

    void countSecondTries() {
        for (GenerationId id : secondTries) {
            truth.generations()
                    .find(id)
                    .filter(each -> each.state() instanceof GenerationState.Succeeded)
                    .ifPresent(_ -> world.tally.saw(Sight.TRIED_AGAIN_WITH_SUCCESS));
        }
    }
}
