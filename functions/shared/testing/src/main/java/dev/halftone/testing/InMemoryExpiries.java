package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.Expiring;
import dev.halftone.core.ledger.GrantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class InMemoryExpiries implements Expiries {

    private final InMemoryStudio studio;

    InMemoryExpiries(InMemoryStudio studio) {
        this.studio = studio;
    }

    @Override
    public List<Due> due(int shard, Instant now, int limit) {
        synchronized (studio) {
            return studio.books.due.entrySet().stream()
                    .filter(due -> !due.getValue().isAfter(now))
                    .map(due -> Map.entry(due.getValue(), due(due.getKey())))
                    .filter(due -> due.getValue().shard() == shard)
                    .sorted(
                            Map.Entry.<Instant, Due>comparingByKey()
                                    .thenComparing(due -> due.getValue().toString()))
                    .limit(limit)
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private static Due due(Books.BucketKey key) {
        return new Due(key.account(), key.bucket());
    }

    @Override
    public ExpireOutcome expire(AccountId account, GrantId bucket, Instant now) {
        synchronized (studio) {
            ExpireOutcome outcome =
                    studio.books.book(
                            Expiring.expire(
                                    bucket,
                                    studio.books.history(account, bucket),
                                    studio.books.account(account),
                                    now));
            Books.BucketKey key = new Books.BucketKey(account, bucket);
            switch (outcome) {
                case ExpireOutcome.Expired _ -> {}
                case ExpireOutcome.NothingLeft _ -> studio.books.due.remove(key);
                case ExpireOutcome.NotYet later -> studio.books.due.put(key, later.expiresAt());
            }
            return outcome;
        }
    }
}
