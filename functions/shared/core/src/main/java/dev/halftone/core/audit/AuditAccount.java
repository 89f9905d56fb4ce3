package dev.halftone.core.audit;

import dev.halftone.core.Page;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.audit.Finding.Kind;
import dev.halftone.core.audit.Trail.Milestone;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.seal.Checkpoint;
import dev.halftone.core.seal.Checkpoints;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.SealedLine;
import dev.halftone.core.seal.Seals;
import dev.halftone.core.seal.SignedCheckpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares one account with its lines, while others write to it.
 *
 * <p>That nobody is accused who did nothing rests on the order of the reads alone. What is read
 * later is never older: a head read before the lines is on the way, one read after them is at their
 * end or beyond, and an account read last counts at least every line that was sealed.
 */
final class AuditAccount {

    /** Up to so many lines all are followed again each time, beyond only those not followed yet. */
    static final int WHOLE_MAX = 1_000;

    /** How many lines one run follows of one account; the next goes on from there. */
    static final int LINES_MAX = 20_000;

    /** After a day a table's stream has forgotten what was not sealed. */
    static final Duration UNSEALED_MAX = Duration.ofDays(1);

    private static final int NEWEST_PAGE = 100;

    // News travel for a second; an account that never rests is compared when it does.
    private static final int TRIES_MAX = 3;

    private final Ledger ledger;
    private final Seals seals;
    private final Roots roots;
    private final Checkpoints checkpoints;
    private final int page;

    AuditAccount(Ledger ledger, Seals seals, Roots roots, Checkpoints checkpoints, int page) {
        this.ledger = ledger;
        this.seals = seals;
        this.roots = roots;
        this.checkpoints = checkpoints;
        this.page = page;
    }

    AuditOutcome audit(DueHead due, Instant now) {
        AccountId account = due.head().account();
        try {
            return audit(trail(account), now);
        } catch (PermanentFailure | IllegalArgumentException | ArithmeticException _) {
            // What our own code wrote can be read, and its sums fit.
            return new AuditOutcome.Differs(
                    new Finding(account, Kind.UNREADABLE, due.head().number()));
        }
    }

    private Trail trail(AccountId account) {
        Head head = head(account);
        List<Milestone> milestones = new ArrayList<>();
        milestones.add(new Milestone(head, Kind.HEAD_MOVED));
        roots.coverage(account)
                .map(coverage -> coverage.proof().head())
                .map(signed -> new Milestone(signed, Kind.ROOT_CONTRADICTED))
                .ifPresent(milestones::add);
        return new Trail(start(head), milestones);
    }

    private Head head(AccountId account) {
        return seals.head(account).orElseGet(() -> Head.begin(account));
    }

    private Checkpoint start(Head head) {
        Checkpoint begin =
                checkpoints
                        .retained(head.account())
                        .map(SignedCheckpoint::checkpoint)
                        .orElseGet(() -> Checkpoint.begin(head.account()));
        if (head.number() - begin.head().number() <= WHOLE_MAX) {
            return begin;
        }
        return checkpoints
                .audited(head.account())
                .filter(audited -> audited.head().number() > begin.head().number())
                .orElse(begin);
    }

    private AuditOutcome audit(Trail trail, Instant now) {
        Optional<Finding> finding = trail.begin();
        long unsealed = 0;
        for (int tries = 0; tries < TRIES_MAX && finding.isEmpty(); tries++) {
            finding = follow(trail);
            if (finding.isEmpty() && !trail.isAtEnd()) {
                return new AuditOutcome.Unfinished(trail.at());
            }
            finding = finding.or(trail::end).or(() -> atEnd(trail));
            if (finding.isEmpty()) {
                Account account =
                        ledger.account(trail.account())
                                .orElseGet(() -> Account.empty(trail.account()));
                unsealed = account.entries() - trail.at().head().number();
                if (unsealed == 0) {
                    return compare(trail, account);
                }
                finding = unsealed < 0 ? trail.found(Kind.LINES_ADDED) : Optional.empty();
            }
        }
        if (finding.isEmpty() && unsealed > youngLines(trail.account(), unsealed, now)) {
            finding = trail.found(Kind.LINES_UNSEALED);
        }
        return finding.<AuditOutcome>map(AuditOutcome.Differs::new)
                .orElseGet(() -> new AuditOutcome.Unfinished(trail.at()));
    }

    private Optional<Finding> follow(Trail trail) {
        for (int followed = 0; followed < LINES_MAX; followed += page) {
            List<SealedLine> lines = seals.lines(trail.account(), trail.at().head().number(), page);
            for (SealedLine line : lines) {
                Optional<Finding> finding = trail.follow(line);
                if (finding.isPresent()) {
                    return finding;
                }
            }
            if (lines.size() < page) {
                trail.ends();
                break;
            }
        }
        return Optional.empty();
    }

    /** The head may have grown since the lines were read, but not shrunk. */
    private Optional<Finding> atEnd(Trail trail) {
        Head head = head(trail.account());
        Head end = trail.at().head();
        boolean moved =
                head.number() < end.number()
                        || (head.number() == end.number() && !head.equals(end));
        return moved ? trail.found(Kind.HEAD_MOVED) : Optional.empty();
    }

    private static AuditOutcome compare(Trail trail, Account account) {
        if (!account.balances().equals(trail.at().balances())) {
            return new AuditOutcome.Differs(trail.finding(Kind.BALANCE_CHANGED));
        }
        if (holding(account.buckets()) != account.balances().amount(Balance.AVAILABLE)
                || holding(account.waiting()) != account.balances().amount(Balance.WAITING)) {
            return new AuditOutcome.Differs(trail.finding(Kind.BUCKETS_CHANGED));
        }
        return new AuditOutcome.Sound(trail.at());
    }

    private static long holding(List<Bucket> buckets) {
        return buckets.stream()
                .map(bucket -> bucket.remaining().amount())
                .reduce(0L, Math::addExact);
    }

    /** How many lines may still be on their way to the chain; no more than are asked for. */
    private long youngLines(AccountId account, long most, Instant now) {
        Instant oldest = now.minus(UNSEALED_MAX);
        String cursor = null;
        long young = 0;
        do {
            Page<JournalEntry> lines = ledger.journal(account, NEWEST_PAGE, cursor);
            for (JournalEntry line : lines.items()) {
                if (!line.at().isAfter(oldest)) {
                    return young;
                }
                young++;
            }
            cursor = lines.nextCursor();
        } while (cursor != null && young < most);
        return young;
    }
}
