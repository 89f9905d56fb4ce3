package dev.halftone.core.batch;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.Quote;
import dev.halftone.core.generation.QuoteTokens;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts a batch for what was promised, if all of it can be paid as things are now. */
public final class StartBatch {

    // Only a person who does several things at once to one's own batches needs several.
    private static final int TRIES_MAX = 4;

    private final Batches batches;
    private final PriceBatch prices;
    private final QuoteTokens tokens;
    private final Ledger ledger;
    private final BatchQueue queue;

    public StartBatch(
            Batches batches,
            PriceBatch prices,
            QuoteTokens tokens,
            Ledger ledger,
            BatchQueue queue) {
        this.batches = batches;
        this.prices = prices;
        this.tokens = tokens;
        this.ledger = ledger;
        this.queue = queue;
    }

    /** What is to be made of every row, and the quote that was seen for it. */
    public record Command(
            UserId user, BatchId batch, GenerationWish wish, String template, String quote) {}

    /** Why it cannot start as things are. */
    public enum Refusal {
        /** Not a quote of ours, or one for other rows, words or parameters. */
        QUOTE_MISMATCH,
        QUOTE_EXPIRED,
        ACCOUNT_FROZEN,
        ACCOUNT_IN_DEBT,
        /** As many are under way as one person can have. */
        TOO_MANY_BATCHES,
        /** There is something wrong with every row. */
        NOTHING_TO_MAKE
    }

    /** What became of it. Only {@link Started} changed anything. */
    public sealed interface Outcome {

        record Started(Batch batch) implements Outcome {}

        /** With the same words and the same price, and so perhaps by the same click. */
        record StartedBefore(Batch batch) implements Outcome {}

        /** Something else was made of it before. */
        record NotADraft(Batch batch) implements Outcome {}

        record Unknown() implements Outcome {}

        /** The same request would not be priced either. */
        record NotPriced(PriceBatch.Outcome reason) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}

        record InsufficientCredits(Credits available, Credits required) implements Outcome {}
    }

    public Outcome start(Command command, Instant now) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<Batch> found =
                    batches.find(command.batch())
                            .filter(batch -> batch.origin().owner().equals(command.user()))
                            .filter(batch -> !batch.isLapsed(now));
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            Optional<Outcome> outcome = start(found.get(), command, now);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new TransientFailure("batches", "it changed during every attempt");
    }

    private Optional<Outcome> start(Batch batch, Command command, Instant now) {
        if (!batch.isDraft()) {
            return Optional.of(
                    isWish(batch, command)
                            ? new Outcome.StartedBefore(batch)
                            : new Outcome.NotADraft(batch));
        }
        return switch (prices.price(batch, command.wish(), command.template(), now)) {
            case PriceBatch.Outcome.Priced priced -> start(batch, command, priced.price(), now);
            case PriceBatch.Outcome other -> Optional.of(new Outcome.NotPriced(other));
        };
    }

    private static boolean isWish(Batch batch, Command command) {
        return batch.terms() != null
                && batch.terms().wish().equals(command.wish())
                && batch.terms().template().equals(command.template());
    }

    private Optional<Outcome> start(Batch batch, Command command, BatchPrice priced, Instant now) {
        Optional<Quote> quote = tokens.read(command.quote());
        if (quote.isEmpty()
                || !quote.get().user().equals(command.user())
                || !quote.get().pricedHash().equals(priced.each().pricedHash())) {
            return Optional.of(new Outcome.Refused(Refusal.QUOTE_MISMATCH));
        }
        if (!now.isBefore(quote.get().expiresAt())) {
            return Optional.of(new Outcome.Refused(Refusal.QUOTE_EXPIRED));
        }
        if (priced.rows() == 0) {
            return Optional.of(new Outcome.Refused(Refusal.NOTHING_TO_MAKE));
        }
        Terms terms = new Terms(command.wish(), command.template(), quote.get().price());
        Credits required = terms.price().credits().times(priced.rows());
        Account account =
                ledger.account(batch.origin().account())
                        .orElse(Account.empty(batch.origin().account()));
        return unaffordable(account, required, now).or(() -> begin(batch, terms, priced, now));
    }

    static Optional<Outcome> unaffordable(Account account, Credits required, Instant now) {
        if (account.isFrozen()) {
            return Optional.of(new Outcome.Refused(Refusal.ACCOUNT_FROZEN));
        }
        if (!account.debt().isZero()) {
            return Optional.of(new Outcome.Refused(Refusal.ACCOUNT_IN_DEBT));
        }
        // Bought credits may still wait for the room that spending makes.
        Credits available = account.spendable(now).plus(account.balance(Balance.WAITING));
        return available.compareTo(required) < 0
                ? Optional.of(new Outcome.InsufficientCredits(available, required))
                : Optional.empty();
    }

    /** Empty if it is no longer what was read. */
    private Optional<Outcome> begin(Batch batch, Terms terms, BatchPrice priced, Instant now) {
        Lane lane = batches.lane(batch.origin().owner());
        if (lane.isFull()) {
            return Optional.of(new Outcome.Refused(Refusal.TOO_MANY_BATCHES));
        }
        Marks marks =
                Marks.of(
                        batch.sheet().rows(),
                        priced.findings().stream().map(RowFinding::row).toList());
        // First the rows: a batch that runs must not lose them.
        batches.keep(batch);
        Batch started = batch.started(terms, marks, now);
        if (!batches.move(batch, started, lane)) {
            return Optional.empty();
        }
        announce(queue, started);
        return Optional.of(new Outcome.Started(started));
    }

    static void announce(BatchQueue queue, Batch batch) {
        if (batch.dueAt() == null) {
            return;
        }
        try {
            queue.send(batch.id(), Duration.ZERO);
        } catch (DependencyFailure _) {
            // It is stored; the sweep finds it by its due time.
        }
    }
}
