package dev.halftone.core.ledger;

import dev.halftone.core.ledger.Change.Shelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Applies a movement to an account; the model that every store is compared with. */
final class AccountChange {

    private final Account before;
    private final Map<Shelf, Map<GrantId, Bucket>> shelves;
    private final Set<FreezeCause> freezes;

    private AccountChange(Account before) {
        this.before = before;
        this.shelves =
                Map.of(
                        Shelf.BUCKETS, byGrant(before.buckets()),
                        Shelf.WAITING, byGrant(before.waiting()));
        this.freezes = new TreeSet<>(before.freezes());
    }

    private static Map<GrantId, Bucket> byGrant(List<Bucket> buckets) {
        Map<GrantId, Bucket> map = new LinkedHashMap<>();
        buckets.forEach(bucket -> map.put(bucket.grant(), bucket));
        return map;
    }

    static Optional<Account> apply(Account before, Movement movement) {
        AccountChange change = new AccountChange(before);
        Legs balances = change.balances(movement.entry().legs());
        boolean allowed =
                hasRightSigns(balances)
                        && movement.requirements().stream().allMatch(change::holds)
                        && movement.changes().stream().allMatch(change::apply);
        return allowed ? Optional.of(change.after(balances)) : Optional.empty();
    }

    private Legs balances(Legs legs) {
        Legs sum = before.balances();
        for (Map.Entry<Balance, Long> leg : legs.amounts().entrySet()) {
            sum = sum.and(leg.getKey(), leg.getValue());
        }
        return sum;
    }

    private static boolean hasRightSigns(Legs balances) {
        return balances.amounts().entrySet().stream()
                        .allMatch(entry -> entry.getKey().isOwed() == entry.getValue() < 0)
                && balances.amount(Balance.GIVEN) >= -Account.ISSUED_MAX
                && balances.amount(Balance.BOUGHT) >= -Account.ISSUED_MAX;
    }

    private boolean holds(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Unchanged unchanged ->
                    before.balances().amount(unchanged.balance()) == unchanged.amount();
            case Requirement.NotFrozen _ -> before.freezes().isEmpty();
            case Requirement.Room room -> shelf(room.shelf()).size() < room.below();
        };
    }

    private boolean apply(Change change) {
        return switch (change) {
            case Change.Open open ->
                    shelf(open.shelf()).putIfAbsent(open.bucket().grant(), open.bucket()) == null;
            case Change.Add add -> add(add);
            case Change.Take take -> take(take);
            case Change.Extend extend -> extend(extend);
            case Change.Close close -> close(close);
            case Change.Freeze freeze ->
                    freezes.size() < Account.FREEZES_MAX && freezes.add(freeze.cause());
            case Change.Thaw thaw -> freezes.remove(thaw.cause());
        };
    }

    private boolean add(Change.Add add) {
        return shelf(Shelf.BUCKETS)
                        .computeIfPresent(
                                add.bucket(),
                                (_, bucket) ->
                                        bucket.holding(bucket.remaining().plus(add.amount())))
                != null;
    }

    private boolean take(Change.Take take) {
        Bucket bucket = shelf(take.shelf()).get(take.bucket());
        if (bucket == null || bucket.remaining().isLessThan(take.amount())) {
            return false;
        }
        shelf(take.shelf())
                .put(take.bucket(), bucket.holding(bucket.remaining().minus(take.amount())));
        return true;
    }

    private boolean extend(Change.Extend extend) {
        Bucket bucket = shelf(Shelf.BUCKETS).get(extend.bucket());
        if (bucket == null
                || bucket.expiresAt() == null
                || bucket.expiresAt().isAfter(extend.expiresAt())) {
            return false;
        }
        shelf(Shelf.BUCKETS)
                .put(extend.bucket(), bucket.until(extend.expiresAt(), extend.extension()));
        return true;
    }

    private boolean close(Change.Close close) {
        Bucket bucket = shelf(close.shelf()).get(close.bucket());
        if (bucket == null
                || !bucket.remaining().equals(close.holding())
                || (close.expiresAt() != null && !close.expiresAt().equals(bucket.expiresAt()))) {
            return false;
        }
        shelf(close.shelf()).remove(close.bucket());
        return true;
    }

    private Map<GrantId, Bucket> shelf(Shelf shelf) {
        return shelves.getOrDefault(shelf, Map.of());
    }

    private Account after(Legs balances) {
        return new Account(
                before.id(),
                balances,
                new ArrayList<>(shelf(Shelf.BUCKETS).values()),
                new ArrayList<>(shelf(Shelf.WAITING).values()),
                freezes,
                before.entries() + 1);
    }
}
