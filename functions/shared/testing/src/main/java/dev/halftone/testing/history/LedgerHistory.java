package dev.halftone.testing.history;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.ledger.Account;
import dev.halftone.testing.Person;
import dev.halftone.testing.StudioPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What several callers did to one account at once, and what they were told. Which of them was
 * faster is up to the machine; what each of them wanted is up to the seed.
 */
public final class LedgerHistory {

    private static final int CALLERS = 4;
    private static final int WISHES_EACH = 6;
    private static final int SECONDS_MAX = 60;

    private final StudioPorts ports;
    private final Person person;
    private final Runnable beforeEachCall;
    private final List<Call<LedgerOperation>> calls = new ArrayList<>();

    private LedgerHistory(StudioPorts ports, Person person, Runnable beforeEachCall) {
        this.ports = ports;
        this.person = person;
        this.beforeEachCall = beforeEachCall;
    }

    /**
     * Lets it happen.
     *
     * @param beforeEachCall told by each caller, in its own thread, before it asks for anything
     */
    public static LedgerHistory record(StudioPorts ports, long seed, Runnable beforeEachCall)
            throws InterruptedException {
        LedgerHistory history = new LedgerHistory(ports, Person.fresh(), beforeEachCall);
        LedgerCaller first = new LedgerCaller(history::ask, history.person, CALLERS, seed);
        first.begin();
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<Object>> done = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                done.add(threads.submit(history.caller(caller, seed, start)));
            }
            for (Future<Object> each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed, e.getCause());
        }
        first.end();
        return history;
    }

    private Callable<Object> caller(int number, long seed, CyclicBarrier start) {
        LedgerCaller caller = new LedgerCaller(this::ask, person, number, seed);
        return () -> {
            start.await(SECONDS_MAX, TimeUnit.SECONDS);
            for (int wish = 0; wish < WISHES_EACH; wish++) {
                caller.wish();
            }
            return caller;
        };
    }

    /** Makes one call, writes it down, and hands on its answer or that there was none. */
    private LedgerCaller.Heard ask(int caller, LedgerOperation operation) {
        beforeEachCall.run();
        long invokedAt = System.nanoTime();
        try {
            Object answer = answer(operation);
            long returnedAt = System.nanoTime();
            Object noted =
                    answer instanceof Account account ? LedgerState.observed(account) : answer;
            note(new Call<>(caller, invokedAt, returnedAt, operation, noted));
            return new LedgerCaller.Heard(answer);
        } catch (TransientFailure _) {
            note(Call.indefinite(caller, invokedAt, operation));
            return new LedgerCaller.Heard(null);
        }
    }

    private synchronized void note(Call<LedgerOperation> call) {
        calls.add(call);
    }

    private Object answer(LedgerOperation operation) {
        return switch (operation) {
            case LedgerOperation.Read _ ->
                    ports.ledger()
                            .account(person.account())
                            .orElseGet(() -> Account.empty(person.account()));
            case LedgerOperation.Give give -> ports.ledger().grant(give.grant());
            case LedgerOperation.Submit submit ->
                    ports.submissions().accept(submit.generation(), submit.transfer()).getClass();
            case LedgerOperation.Settle settle -> settle(settle);
            case LedgerOperation.Refund refund -> ports.corrections().refund(refund.refund());
            case LedgerOperation.Revoke revoke -> ports.corrections().revoke(revoke.revocation());
            case LedgerOperation.Freeze freeze ->
                    ports.corrections().freeze(person.account(), freeze.cause(), freeze.at());
            case LedgerOperation.Thaw thaw ->
                    ports.corrections().thaw(person.account(), thaw.cause(), thaw.at());
            case LedgerOperation.Expire expire ->
                    ports.expiries().expire(person.account(), expire.bucket(), expire.now());
        };
    }

    private Object settle(LedgerOperation.Settle settle) {
        try {
            return ports.settlements().settle(settle.before(), settle.after(), settle.charged());
        } catch (PermanentFailure e) {
            if (!String.valueOf(e.getMessage()).contains("no pending transfer")) {
                throw e;
            }
            return LedgerModel.NO_TRANSFER;
        }
    }

    /** Why callers in turn could not have been told the same; empty if they could. */
    public Optional<String> violation() {
        return Linearizability.violation(
                calls, LedgerState.empty(Account.empty(person.account())), new LedgerModel());
    }

    public int size() {
        return calls.size();
    }

    /** How many calls never told what became of them. */
    public long indefinite() {
        return calls.stream().filter(Call::isIndefinite).count();
    }
}
