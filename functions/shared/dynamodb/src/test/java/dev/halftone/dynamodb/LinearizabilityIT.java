package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.testing.StudioPorts;
import dev.halftone.testing.history.LedgerHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Goal: whatever several callers do to one account at once over a network that loses requests and
 * replies, callers in turn could have been told the same. Method: histories of the real adapter on
 * the real engine, and a search for that order. {@code -Dhistories=} records more of them.
 */
class LinearizabilityIT {

    private static final int HISTORIES = Integer.getInteger("histories", 25);
    private static final int BROKEN_HISTORIES_MAX = 200;
    private static final Pattern CONDITION =
            Pattern.compile("\"ConditionExpression\":\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile(",\"ClientRequestToken\":\"[^\"]*\"");

    // Callers mostly wait for the network, so several histories happen beside each other.
    private static final int AT_ONCE = 4;

    private long seeds;
    private final ExecutorService recorders = Executors.newFixedThreadPool(AT_ONCE);

    @AfterEach
    void stopRecording() {
        recorders.shutdown();
    }

    @Test
    void tellsCallersAtOnceNothingThatCallersInTurnCouldNotBeTold() throws Exception {
        long calls = 0;
        long indefinite = 0;
        for (Future<LedgerHistory> recorded :
                record(HISTORIES, UnaryOperator.identity(), ports -> ports)) {
            LedgerHistory history = recorded.get();
            assertThat(history.violation()).isEmpty();
            calls += history.size();
            indefinite += history.indefinite();
        }
        // Where every call is answered, nothing was said about those that are not.
        assertThat(indefinite).isBetween(calls / 50, calls / 2);
    }

    /** A void that does not look whether the transfer is still pending. */
    @Test
    void rejectsAVoidWithoutCondition() throws Exception {
        assertThat(isRejected(body -> unconditional(body, "VOID#"), ports -> ports)).isTrue();
    }

    /** A grant as a plain addition: without marker, condition or token. */
    @Test
    void rejectsAPlainAddition() throws Exception {
        assertThat(isRejected(body -> unconditional(body, "GRANT#"), ports -> ports)).isTrue();
    }

    @Test
    void rejectsAStaleRead() throws Exception {
        assertThat(isRejected(UnaryOperator.identity(), LinearizabilityIT::stale)).isTrue();
    }

    private boolean isRejected(UnaryOperator<String> rewrite, UnaryOperator<StudioPorts> bend)
            throws Exception {
        for (int seed = 0; seed < BROKEN_HISTORIES_MAX; seed += AT_ONCE) {
            for (Future<LedgerHistory> recorded : record(AT_ONCE, rewrite, bend)) {
                if (isRejected(recorded)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isRejected(Future<LedgerHistory> recorded) throws Exception {
        try {
            return recorded.get().violation().isPresent();
        } catch (ExecutionException _) {
            // The engine itself has refused what came of the bug; that is not what is asked here.
            return false;
        }
    }

    private List<Future<LedgerHistory>> record(
            int histories, UnaryOperator<String> rewrite, UnaryOperator<StudioPorts> bend) {
        List<Future<LedgerHistory>> recorded = new ArrayList<>();
        for (int history = 0; history < histories; history++) {
            long seed = seeds++;
            recorded.add(recorders.submit(() -> record(seed, rewrite, bend)));
        }
        return recorded;
    }

    private static LedgerHistory record(
            long seed, UnaryOperator<String> rewrite, UnaryOperator<StudioPorts> bend)
            throws InterruptedException {
        UnreliableNetwork network =
                new UnreliableNetwork(UrlConnectionHttpClient.create(), seed, rewrite);
        try (DynamoDbClient client = TestStack.client(network)) {
            return LedgerHistory.record(
                    bend.apply(TestStack.studio(client)), seed, network::nextCall);
        }
    }

    /** Every condition of such a write holds, and a repetition is a write of its own. */
    private static String unconditional(String body, String journalKey) {
        if (!body.contains("JOURNAL#" + journalKey)) {
            return body;
        }
        String always =
                CONDITION
                        .matcher(body)
                        .replaceAll(
                                "\"ConditionExpression\":\"attribute_not_exists(nothing) OR"
                                        + " ($1)\"");
        return TOKEN.matcher(always).replaceAll("");
    }

    private static StudioPorts stale(StudioPorts ports) {
        return new StudioPorts(
                new StaleLedger(ports.ledger()),
                ports.corrections(),
                ports.expiries(),
                ports.submissions(),
                ports.settlements(),
                ports.generations());
    }

    /** Reads from a replica that has not caught up. */
    private record StaleLedger(Ledger ledger, Map<AccountId, Account> replica) implements Ledger {

        private StaleLedger(Ledger ledger) {
            this(ledger, new ConcurrentHashMap<>());
        }

        @Override
        public Optional<Account> account(AccountId id) {
            Optional<Account> now = ledger.account(id);
            Account before = now.map(account -> replica.put(id, account)).orElse(null);
            return before == null ? now : Optional.of(before);
        }

        @Override
        public GrantOutcome grant(Grant grant) {
            return ledger.grant(grant);
        }

        @Override
        public Optional<GrantState> grant(AccountId account, GrantId grant) {
            return ledger.grant(account, grant);
        }

        @Override
        public AdmitOutcome admit(AccountId account, Instant at) {
            return ledger.admit(account, at);
        }

        @Override
        public Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor) {
            return ledger.journal(account, limit, cursor);
        }
    }
}
