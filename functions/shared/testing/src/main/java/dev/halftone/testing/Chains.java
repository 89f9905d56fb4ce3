package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.Roots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chains of all accounts; guarded by its owner. */
final class Chains {

    final Map<AccountId, Chain> byAccount = new HashMap<>();

    /** What was sealed of one entry. */
    record Link(String key, String hash) {}

    static final class Chain {

        final List<Link> links = new ArrayList<>();
        Head head;
        // How many of the first lines are not kept any more.
        long removed;
        DueHead.@Nullable Stage stage;
        Instant since = Instant.EPOCH;
        Roots.@Nullable Coverage coverage;

        Chain(AccountId account) {
            this.head = Head.begin(account);
        }

        boolean has(String key) {
            return links.stream().anyMatch(link -> link.key().equals(key));
        }
    }

    Chain of(AccountId account) {
        return byAccount.computeIfAbsent(account, Chain::new);
    }
}
