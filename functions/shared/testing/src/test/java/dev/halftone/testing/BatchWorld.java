package dev.halftone.testing;

import dev.halftone.core.SigningKey;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.BatchQueue;
import dev.halftone.core.batch.Batches;
import dev.halftone.core.batch.BeginRow;
import dev.halftone.core.batch.ParsedSheet;
import dev.halftone.core.batch.PriceBatch;
import dev.halftone.core.batch.ReleaseRows;
import dev.halftone.core.batch.StartBatch;
import dev.halftone.core.batch.SweepBatches;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.generation.ChooseRoute;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.generation.QuoteTokens;
import dev.halftone.core.generation.RequestCheck;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.generation.SubmitGeneration;
import dev.halftone.core.generation.WorkQueue;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.safety.CheckWords;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Batches of several people on ports in memory, whose calls somebody may stand in. */
final class BatchWorld {

    private static final String TEMPLATE = "A {colour} {name}";
    private static final GenerationWish WISH = new GenerationWish(Samples.MODEL, "1:1", "1K", null);

    final InMemoryStudio store = new InMemoryStudio();
    final InMemoryBatches batches = new InMemoryBatches();
    final RecordingBatchQueue queue = new RecordingBatchQueue();
    final RecordingWorkQueue work = new RecordingWorkQueue();
    final MutableClock clock = new MutableClock(Samples.NOW);
    private final Catalogue catalogue = Samples.catalogue();
    private final InMemoryCircuits circuits = new InMemoryCircuits();

    /** What stands between a worker and the stores. */
    interface Between {
        <T> T around(Class<T> type, T port);
    }

    /** Nothing. */
    static final class Calm implements Between {
        @Override
        public <T> T around(Class<T> type, T port) {
            return port;
        }
    }

    Batch started(int number, int person, int rows) {
        store.ledger().grant(Samples.grant(person, 1_000 + number, rows * 8L));
        ParsedSheet parsed = BatchSamples.parsed(rows);
        Batch draft =
                BatchSamples.draft(
                        new BatchId("bat_%032x".formatted(number)),
                        Samples.userId(person),
                        Samples.accountId(person),
                        parsed,
                        clock.instant());
        batches.store(draft, parsed.rows());
        QuoteTokens tokens = new QuoteTokens(Samples::signingKey);
        PriceBatch prices = new PriceBatch(batches, catalogue, quotes(), tokens);
        String quote =
                ((PriceBatch.Outcome.Priced) prices.price(draft, WISH, TEMPLATE, clock.instant()))
                        .price()
                        .token();
        StartBatch start = new StartBatch(batches, prices, tokens, store.ledger(), queue);
        return ((StartBatch.Outcome.Started)
                        start.start(
                                new StartBatch.Command(
                                        Samples.userId(person), draft.id(), WISH, TEMPLATE, quote),
                                clock.instant()))
                .batch();
    }

    private MakeQuote quotes() {
        return new MakeQuote(
                new RequestCheck(catalogue, BelongingSamples.none()),
                new QuoteTokens(Samples::signingKey),
                Samples.PRICE_VERSION);
    }

    SubmitGeneration submissions(Between between, Supplier<SigningKey> key) {
        return new SubmitGeneration(
                new SubmitGeneration.Offers(
                        new RequestCheck(catalogue, BelongingSamples.none()),
                        new ChooseRoute(catalogue, new WatchRoutes(circuits)),
                        CheckWords.none(),
                        BelongingSamples.room()),
                new QuoteTokens(key),
                between.around(Submissions.class, store.submissions()),
                between.around(Ledger.class, store.ledger()),
                between.around(WorkQueue.class, work),
                key);
    }

    ReleaseRows worker(Between between, ReleaseRows.Rule rule) {
        return new ReleaseRows(
                between.around(Batches.class, batches),
                between.around(Generations.class, store.generations()),
                between.around(Ledger.class, store.ledger()),
                new BeginRow(
                        new MakeQuote(
                                new RequestCheck(catalogue, BelongingSamples.none()),
                                new QuoteTokens(rule.key()),
                                Samples.PRICE_VERSION),
                        submissions(between, rule.key())),
                between.around(BatchQueue.class, queue),
                rule);
    }

    /** Every message that was sent arrives, and so does what the sweep finds. */
    void deliver(ReleaseRows worker) {
        clock.advance(Duration.ofSeconds(2));
        queue.drain().forEach(sent -> worker.look(sent.batch(), clock.instant()));
    }

    void sweep(ReleaseRows worker) {
        clock.advance(Duration.ofSeconds(61));
        new SweepBatches(batches, queue).sweep(clock.instant());
        queue.drain().forEach(sent -> worker.look(sent.batch(), clock.instant()));
    }

    List<Generation> of(int person) {
        return store.generations().history(Samples.userId(person), 10_000, null).items();
    }

    void makeAll(int person) {
        of(person).stream().filter(each -> !each.state().isTerminal()).forEach(this::make);
    }

    void make(Generation generation) {
        store.settlements()
                .settle(
                        generation,
                        generation
                                .on(
                                        new GenerationEvent.DeliveredAtOnce(
                                                Samples.providerRequest(1),
                                                List.of(Samples.media(generation, 0)),
                                                clock.instant()))
                                .orElseThrow());
    }
}
