package dev.halftone.dynamodb;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.SpentByAll;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.Transferring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Accepts generations over two tables at once.
 *
 * <pre>
 * Studio  pk GENERATION#&lt;id&gt;    sk GENERATION                  must be new
 *         pk SPENT#&lt;user&gt;       sk SPENT#&lt;yyyy-mm&gt;             must leave room
 *         pk SPENT#ALL#&lt;counter&gt; sk SPENT#&lt;yyyy-mm&gt;           must leave room
 * Ledger  pk ACCOUNT#&lt;account&gt;  sk PENDING#&lt;id&gt;                must be new
 *                               sk ACCOUNT                     must hold the credits
 *                               sk JOURNAL#PENDING#&lt;id&gt;        must be new
 * </pre>
 */
public final class DynamoDbSubmissions implements Submissions {

    private static final int GENERATION = 0;
    private static final int USER = 1;
    private static final int ALL = 2;
    private static final int ACCOUNT = 4;

    private final Tables tables;
    private final Booking booking;
    private final String studioTable;
    private final String ledgerTable;
    private final Ceilings ceilings;
    private final Plans plans;

    public DynamoDbSubmissions(
            DynamoDbClient client,
            String studioTable,
            String ledgerTable,
            Ceilings ceilings,
            Plans plans) {
        this.tables = new Tables(client);
        this.booking = new Booking(tables, ledgerTable);
        this.studioTable = studioTable;
        this.ledgerTable = ledgerTable;
        this.ceilings = ceilings;
        this.plans = plans;
    }

    @Override
    public Ground ground(GenerationId id, AccountId account) {
        // Read as of one moment: with two reads, a repeat could see the balance that its original
        // left but not yet the original, and be refused for want of credits.
        List<Map<String, AttributeValue>> items =
                tables.getTogether(
                        Get.builder().tableName(studioTable).key(GenerationItem.key(id)).build(),
                        AccountItem.get(ledgerTable, account));
        Map<String, AttributeValue> generation = items.getFirst();
        Map<String, AttributeValue> balance = items.getLast();
        return new Ground(
                generation.isEmpty() ? null : GenerationItem.read(generation),
                AccountItem.readOrEmpty(account, balance),
                AccountItem.plan(balance));
    }

    @Override
    public StoreOutcome accept(Generation generation, PendingTransfer transfer) {
        MicroDollars cost = generation.costs().counted();
        if (cost.compareTo(ceilings.single()) > 0) {
            throw new IllegalArgumentException("No ceiling ever leaves room for this");
        }
        String claim = tables.freshClaim();
        int shard = SpentByAll.home(generation.id());
        // Each try finds a counter that had room a moment ago.
        for (int tries = 0; tries < Ceilings.SHARDS; tries++) {
            switch (tables.write(actions(generation, transfer, shard, claim))) {
                case WriteOutcome.Written _ -> {
                    return new StoreOutcome.Stored();
                }
                case WriteOutcome.Refused refused -> {
                    Optional<StoreOutcome> outcome = refusal(generation, refused, claim);
                    if (outcome.isPresent()) {
                        return outcome.get();
                    }
                }
            }
            SpentByAll spent = spentByAll(generation.createdAt());
            OptionalInt room = spent.room(generation.id(), cost, ceilings);
            if (room.isEmpty()) {
                return new StoreOutcome.CeilingReached(
                        Whose.ALL, spent.resetsAt(cost, ceilings, generation.createdAt()));
            }
            shard = room.getAsInt();
        }
        throw new TransientFailure("dynamodb", "every counter filled up meanwhile");
    }

    private List<TransactWriteItem> actions(
            Generation generation, PendingTransfer transfer, int shard, String claim) {
        MicroDollars cost = generation.costs().counted();
        Instant at = generation.createdAt();
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(GenerationItem.putNew(studioTable, generation, claim));
        actions.add(
                SpentItem.count(
                        studioTable,
                        SpentItem.key(generation.owner(), at),
                        new SpentItem.Bound(cost, ceilings.user()),
                        MadeAttributes.of(generation, plan(generation)),
                        at));
        actions.add(
                SpentItem.count(
                        studioTable,
                        SpentItem.key(shard, at),
                        new SpentItem.Bound(cost, ceilings.share(shard)),
                        MadeAttributes.NONE,
                        at));
        actions.add(TransferItem.putNew(ledgerTable, transfer));
        actions.addAll(booking.actions(Transferring.pending(transfer), false, claim));
        return actions;
    }

    /**
     * The generation first: whether it exists decides what an empty account or a reached ceiling
     * means. Empty if only the counter of everybody has no room.
     */
    private Optional<StoreOutcome> refusal(
            Generation generation, WriteOutcome.Refused refused, String claim) {
        Optional<Map<String, AttributeValue>> existing = refused.at(GENERATION);
        if (existing.isPresent()) {
            return Optional.of(
                    GenerationItem.isOwn(existing.get(), generation, claim)
                            ? new StoreOutcome.Stored()
                            : new StoreOutcome.AlreadyStored(GenerationItem.read(existing.get())));
        }
        if (refused.at(ACCOUNT).isPresent()) {
            return Optional.of(new StoreOutcome.AccountChanged());
        }
        if (refused.at(USER).isPresent()) {
            return Optional.of(ownBound(generation, refused.at(USER).get()));
        }
        if (refused.at(ALL).isPresent()) {
            return Optional.empty();
        }
        throw new PermanentFailure("ledger", "a transfer exists without its generation");
    }

    /** The plan's bound if that is what was reached, for whoever has one knows it. */
    private StoreOutcome ownBound(Generation generation, Map<String, AttributeValue> item) {
        Instant at = generation.createdAt();
        return MadeAttributes.read(item, at)
                .reached(plan(generation), generation.request().model(), at)
                .<StoreOutcome>map(StoreOutcome.LimitReached::new)
                .orElseGet(
                        () ->
                                new StoreOutcome.CeilingReached(
                                        Whose.USER,
                                        SpentItem.read(item, at)
                                                .resetsAt(
                                                        generation.costs().counted(),
                                                        ceilings.user(),
                                                        at)));
    }

    private Plan plan(Generation generation) {
        return plans.of(generation.admission().plan());
    }

    private SpentByAll spentByAll(Instant at) {
        List<Map<String, AttributeValue>> keys =
                IntStream.range(0, Ceilings.SHARDS)
                        .mapToObj(shard -> SpentItem.key(shard, at))
                        .toList();
        Map<AttributeValue, Map<String, AttributeValue>> found = new HashMap<>();
        tables.getAll(studioTable, keys).forEach(item -> found.put(item.get(Attributes.PK), item));
        return new SpentByAll(
                keys.stream()
                        .map(key -> found.getOrDefault(key.get(Attributes.PK), Map.of()))
                        .map(item -> SpentItem.read(item, at))
                        .toList());
    }
}
