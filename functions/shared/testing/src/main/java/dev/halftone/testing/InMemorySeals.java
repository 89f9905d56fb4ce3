package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.LineText;
import dev.halftone.core.seal.SealedLine;
import dev.halftone.core.seal.Seals;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

final class InMemorySeals implements Seals {

    private static final Comparator<DueHead> ORDER =
            Comparator.comparing(DueHead::since).thenComparing(due -> due.head().account().value());

    private final InMemoryStudio studio;

    InMemorySeals(InMemoryStudio studio) {
        this.studio = studio;
    }

    @Override
    public int seal(AccountId account, List<JournalEntry> entries, Instant now) {
        synchronized (studio) {
            Chains.Chain chain = studio.chains.of(account);
            int before = chain.links.size();
            for (JournalEntry entry : entries) {
                if (!chain.has(entry.key())) {
                    chain.head = chain.head.then(LineText.of(entry));
                    chain.links.add(new Chains.Link(entry.key(), chain.head.hash()));
                }
            }
            int lines = chain.links.size() - before;
            if (lines > 0 && chain.stage != DueHead.Stage.SIGN) {
                chain.stage = DueHead.Stage.SIGN;
                chain.since = now;
            }
            return lines;
        }
    }

    @Override
    public List<JournalEntry> unsealed(AccountId account, List<JournalEntry> entries) {
        synchronized (studio) {
            Chains.Chain chain = studio.chains.of(account);
            return entries.stream().filter(entry -> !chain.has(entry.key())).toList();
        }
    }

    @Override
    public Optional<Head> head(AccountId account) {
        synchronized (studio) {
            return Optional.of(studio.chains.of(account).head).filter(head -> head.number() > 0);
        }
    }

    @Override
    public List<SealedLine> lines(AccountId account, long after, int limit) {
        if (limit < 1 || limit > LINES_MAX) {
            throw new IllegalArgumentException("A page has 1 to " + LINES_MAX + " lines");
        }
        synchronized (studio) {
            Map<String, JournalEntry> journal = new HashMap<>();
            studio.books.journal(account).values().forEach(each -> journal.put(each.key(), each));
            List<Chains.Link> links = studio.chains.of(account).links;
            long from = Math.max(after, studio.chains.of(account).removed);
            return LongStream.rangeClosed(from + 1, Math.min(from + limit, links.size()))
                    .mapToObj(number -> line(number, links.get((int) number - 1), journal))
                    .toList();
        }
    }

    private static SealedLine line(
            long number, Chains.Link link, Map<String, JournalEntry> journal) {
        JournalEntry entry = journal.get(link.key());
        return new SealedLine(number, link.hash(), entry == null ? null : LineText.of(entry));
    }

    @Override
    public List<DueHead> due(DueHead.Stage stage, int shard, int limit, @Nullable DueHead after) {
        synchronized (studio) {
            return studio.chains.byAccount.values().stream()
                    .filter(chain -> chain.stage == stage)
                    .filter(chain -> DueHead.shard(chain.head.account()) == shard)
                    .map(chain -> new DueHead(chain.head, chain.since))
                    .filter(due -> after == null || ORDER.compare(due, after) > 0)
                    .sorted(ORDER)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public void audited(Head head) {
        synchronized (studio) {
            Chains.Chain chain = studio.chains.of(head.account());
            if (chain.stage == DueHead.Stage.AUDIT && chain.head.number() == head.number()) {
                chain.stage = null;
            }
        }
    }
}
