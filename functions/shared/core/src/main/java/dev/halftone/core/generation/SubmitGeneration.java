package dev.halftone.core.generation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.TraceId;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.StorageRoom;
import dev.halftone.core.generation.Submissions.Ground;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.DrawOutcome.Drawn;
import dev.halftone.core.ledger.DrawOutcome.Insufficient;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.safety.CheckWords;
import dev.halftone.core.safety.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a generation: first whether it was asked for before, then whether it may be, then whether
 * there is room to keep it, then whether it can be paid, then whether its words may be worked on,
 * and then credits and generation in one transaction.
 */
public final class SubmitGeneration {

    // Each try starts from a fresh balance; only a storm of one user's own requests needs several.
    private static final int TRIES_MAX = 8;

    private final Offers offers;
    private final QuoteTokens quotes;
    private final Submissions submissions;
    private final Ledger ledger;
    private final WorkQueue queue;
    private final Supplier<SigningKey> key;

    /** What can be had, from whom at the moment, for which words, and whether it can be kept. */
    public record Offers(
            RequestCheck check, ChooseRoute choosing, CheckWords words, StorageRoom room) {}

    public SubmitGeneration(
            Offers offers,
            QuoteTokens quotes,
            Submissions submissions,
            Ledger ledger,
            WorkQueue queue,
            Supplier<SigningKey> key) {
        this.offers = offers;
        this.quotes = quotes;
        this.submissions = submissions;
        this.ledger = ledger;
        this.queue = queue;
        this.key = key;
    }

    /** A request as it came in, before anything about it is believed. */
    public record Command(
            UserId user,
            AccountId account,
            IdempotencyKey idempotencyKey,
            Asked asked,
            String prompt,
            String quote,
            TraceId trace) {}

    public SubmitOutcome submit(Command command, Instant now) {
        GenerationId id = GenerationId.derive(key.get(), command.user(), command.idempotencyKey());
        Ground ground = submissions.ground(id, command.account());
        // Before catalogue, price and balance: a repeat must not be refused for what its original
        // spent, nor for what was taken from the catalogue since.
        if (ground.existing() != null) {
            return repeated(ground.existing(), command);
        }
        return switch (offers.check().check(command.user(), command.asked())) {
            case CheckOutcome.UnknownModel unknown ->
                    new SubmitOutcome.UnknownModel(unknown.model());
            case CheckOutcome.Withdrawn withdrawn -> new SubmitOutcome.Withdrawn(withdrawn.model());
            case CheckOutcome.Unsupported unsupported ->
                    new SubmitOutcome.Refused(unsupported.field(), unsupported.code());
            case CheckOutcome.Valid valid ->
                    RequestCheck.isValidPrompt(valid.model(), command.prompt())
                            ? submit(command, id, valid, ground, now)
                            : new SubmitOutcome.Refused("prompt", "invalid_prompt");
        };
    }

    private SubmitOutcome submit(
            Command command,
            GenerationId id,
            CheckOutcome.Valid valid,
            Ground ground,
            Instant now) {
        return switch (offers.check()
                .settings(command.user(), valid.model(), command.prompt(), command.asked())) {
            case SettingsCheck.Outcome.Refused refused ->
                    new SubmitOutcome.Refused(refused.field(), refused.code());
            case SettingsCheck.Outcome.Valid(Settings settings) -> {
                GenerationRequest request = valid.request(command.prompt(), settings);
                yield submit(
                        new Wish(
                                command,
                                id,
                                valid,
                                valid.model().takes().seed() ? request.seeded(id) : request),
                        ground,
                        now);
            }
        };
    }

    /** A request that the catalogue offers. */
    private record Wish(
            Command command,
            GenerationId id,
            CheckOutcome.Valid valid,
            GenerationRequest request) {}

    private SubmitOutcome submit(Wish wish, Ground ground, Instant now) {
        Command command = wish.command();
        Optional<Quote> quote = quotes.read(command.quote());
        if (quote.isEmpty() || !quote.get().isFor(command.user(), wish.request())) {
            return new SubmitOutcome.QuoteMismatch();
        }
        if (!now.isBefore(quote.get().expiresAt())) {
            return new SubmitOutcome.QuoteExpired();
        }
        Optional<StorageRoom.Full> full = offers.room().full(command.user());
        return full.isPresent()
                ? new SubmitOutcome.OverQuota(full.get())
                : pay(new Purchase(wish, quote.get(), now), ground);
    }

    /**
     * A request that may be fulfilled. Who fulfils it is chosen once, for a trial is only one, and
     * its words are judged once.
     */
    private final class Purchase {

        private final Wish wish;
        private final Quote quote;
        private final Price price;
        private final Instant now;
        private ChooseRoute.@Nullable Choice choice;
        private CheckWords.@Nullable Outcome safety;

        Purchase(Wish wish, Quote quote, Instant now) {
            this.wish = wish;
            this.quote = quote;
            this.price = quote.price();
            this.now = now;
        }

        ChooseRoute.Choice choice() {
            if (choice == null) {
                choice = offers.choosing().first(wish.valid().model(), wish.valid().format(), now);
            }
            return choice;
        }

        // After money was found and before it is taken: who cannot pay shows nobody their words.
        CheckWords.Outcome safety() {
            if (safety == null) {
                safety =
                        offers.words()
                                .check(
                                        wish.command().user(),
                                        wish.id().value(),
                                        wish.request().judged(),
                                        now);
            }
            return safety;
        }

        Generation by(Assignment assignment, Admission admission) {
            return new Generation(
                            wish.id(),
                            wish.command().user(),
                            wish.command().account(),
                            wish.request(),
                            price,
                            now,
                            now.plus(wish.valid().model().limits().deadline()),
                            wish.command().trace(),
                            assignment,
                            offers.check().costs(wish.valid(), price.credits()))
                    .in(wish.request().settings().guidance().project())
                    .admitted(admission)
                    .quoted(quote.madeAt());
        }
    }

    private SubmitOutcome pay(Purchase purchase, Ground read) {
        Ground ground = read;
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<SubmitOutcome> outcome = attempt(purchase, ground);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            ground = submissions.ground(purchase.wish.id(), purchase.wish.command().account());
            if (ground.existing() != null) {
                return repeated(ground.existing(), purchase.wish.command());
            }
        }
        throw new TransientFailure("ledger", "the account changed during every attempt");
    }

    /** Empty if the account is no longer what was read. */
    private Optional<SubmitOutcome> attempt(Purchase purchase, Ground ground) {
        Account account = ground.account();
        Credits price = purchase.price.credits();
        return switch (account.draw(price, purchase.now)) {
            case DrawOutcome.Frozen _ -> Optional.of(new SubmitOutcome.AccountFrozen());
            case DrawOutcome.InDebt inDebt -> Optional.of(new SubmitOutcome.InDebt(inDebt.debt()));
            case Insufficient insufficient ->
                    isMoreAdmitted(account, purchase.now)
                            ? Optional.empty()
                            : Optional.of(
                                    new SubmitOutcome.InsufficientCredits(
                                            insufficient.available(), price));
            case Drawn drawn -> judged(purchase, drawn, ground.plan());
        };
    }

    private Optional<SubmitOutcome> judged(Purchase purchase, Drawn drawn, @Nullable String plan) {
        return switch (purchase.safety()) {
            case CheckWords.Outcome.Refused(Verdict verdict) ->
                    Optional.of(new SubmitOutcome.PromptRefused(verdict.rule()));
            case CheckWords.Outcome.Unavailable unavailable ->
                    Optional.of(new SubmitOutcome.SafetyCheckUnavailable(unavailable.retryAfter()));
            case CheckWords.Outcome.Passed(Verdict verdict) ->
                    given(purchase, drawn, new Admission(verdict, plan));
        };
    }

    /** Last of all, for to choose may take the one trial that a provider gets. */
    private Optional<SubmitOutcome> given(Purchase purchase, Drawn drawn, Admission admission) {
        return switch (purchase.choice()) {
            case ChooseRoute.Choice.NobodyNow nobody ->
                    Optional.of(new SubmitOutcome.NobodyMakesIt(nobody.retryAfter()));
            case ChooseRoute.Choice.Chosen chosen ->
                    accept(
                            purchase.by(chosen.assignment(), admission),
                            drawn,
                            purchase.wish.command());
        };
    }

    private Optional<SubmitOutcome> accept(Generation generation, Drawn drawn, Command command) {
        return switch (submissions.accept(generation, transfer(generation, drawn))) {
            case StoreOutcome.Stored _ -> {
                announce(generation);
                yield Optional.of(new SubmitOutcome.Accepted(generation));
            }
            case StoreOutcome.AlreadyStored stored ->
                    Optional.of(repeated(stored.existing(), command));
            case StoreOutcome.CeilingReached reached ->
                    Optional.of(
                            new SubmitOutcome.CeilingReached(reached.whose(), reached.resetsAt()));
            case StoreOutcome.LimitReached(Limit limit) ->
                    Optional.of(new SubmitOutcome.LimitReached(limit));
            case StoreOutcome.AccountChanged _ -> Optional.empty();
        };
    }

    /** Bought credits may still wait for the room that spending has made since. */
    private boolean isMoreAdmitted(Account account, Instant now) {
        if (account.waiting().isEmpty()) {
            return false;
        }
        return switch (ledger.admit(account.id(), now)) {
            case AdmitOutcome.Admitted _, AdmitOutcome.NothingWaiting _ -> true;
            case AdmitOutcome.NoRoom _ -> false;
        };
    }

    private static PendingTransfer transfer(Generation generation, Drawn drawn) {
        return new PendingTransfer(
                generation.id().transfer(),
                generation.account(),
                drawn.drawing(),
                generation.price().version(),
                generation.trace(),
                generation.createdAt());
    }

    private SubmitOutcome repeated(Generation existing, Command command) {
        if (existing.shelf().isRemoved()) {
            return new SubmitOutcome.Gone();
        }
        GenerationRequest original = existing.request();
        boolean same =
                original.model().equals(offers.check().modelOf(command.asked().model()))
                        && original.prompt().equals(command.prompt())
                        && command.asked().isOf(existing);
        return same ? new SubmitOutcome.Existing(existing) : new SubmitOutcome.KeyReused();
    }

    private void announce(Generation generation) {
        try {
            queue.send(WorkItem.due(generation, generation.stage()), Duration.ZERO);
        } catch (DependencyFailure _) {
            // It is accepted and stored; the sweep finds it by its due time.
        }
    }
}
