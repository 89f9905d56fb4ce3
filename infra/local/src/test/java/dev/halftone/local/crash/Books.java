package dev.halftone.local.crash;

import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Media;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.dynamodb.DynamoDbGenerations;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.testing.Conservation;
import dev.halftone.testing.crash.Finding;
import dev.halftone.testing.crash.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what is stored, as anybody might at any moment, and notes every promise that is broken. */
final class Books {

    private final String run;
    private final Visitor visitor;
    private final ObjectService objects;
    private final String pictureSha256;
    private final DynamoDbClient client;
    private final Generations generations;
    private final Ledger ledger;
    private final List<Finding> findings = new ArrayList<>();
    private boolean ended;

    Books(String run, Visitor visitor, ObjectService objects, String pictureSha256) {
        this.run = run;
        this.pictureSha256 = pictureSha256;
        this.visitor = visitor;
        this.objects = objects;
        this.client = Tables.client();
        this.generations = new DynamoDbGenerations(client, Tables.name("StudioTable"));
        this.ledger = new DynamoDbLedger(client, Tables.name("LedgerTable"));
    }

    Optional<Generation> generation() {
        return generations.find(visitor.generation());
    }

    /** Once ended, with nothing left to do, it stays so. */
    boolean isEnded() {
        ended = ended || generation().filter(found -> found.state().dueAt() == null).isPresent();
        return ended;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void note(Violation violation, String detail) {
        if (findings.stream().noneMatch(finding -> finding.violation() == violation)) {
            findings.add(new Finding(run, violation, detail));
        }
    }

    /** What must hold at every moment, in the middle of everything. */
    void look() {
        Account account = ledger.account(visitor.account()).orElseThrow();
        for (Balance balance : Balance.values()) {
            long amount = account.balances().amount(balance);
            if (balance.isOwed() ? amount > 0 : amount < 0) {
                note(Violation.BALANCE_BELOW_ZERO, balance + " is " + amount);
            }
        }
        if (account.balances().sum() != 0) {
            note(Violation.CREDITS_NOT_CONSERVED, "all balances make " + account.balances().sum());
        }
        long used = account.balances().amount(Balance.USED);
        if (used > 0) {
            lookAtTheCharge(used, generation());
        }
    }

    private void lookAtTheCharge(long used, Optional<Generation> found) {
        if (found.stream().noneMatch(this::isDelivered)) {
            note(Violation.CHARGED_WITHOUT_RESULT, "used " + used + " for no stored picture");
        }
        long price = found.map(generation -> generation.price().credits().amount()).orElse(0L);
        if (used > price) {
            note(Violation.CHARGED_TWICE, "used " + used + " for a picture of " + price);
        }
    }

    /** What must hold once nothing happens any more. */
    void close(Class<? extends GenerationState> expected) {
        look();
        Optional<Generation> found = generation();
        if (found.isEmpty() || !found.get().state().isTerminal()) {
            note(Violation.NEVER_ENDED, "it is left as " + found.map(Generation::state));
        } else if (!expected.isInstance(found.get().state())) {
            note(Violation.RESULT_LOST, "it ended as " + found.get().state());
        }
        try {
            Conservation.audit(ledger, visitor.account());
        } catch (AssertionError | RuntimeException e) {
            note(Violation.CREDITS_NOT_CONSERVED, String.valueOf(e.getMessage()));
        }
    }

    /** Leaves nothing behind that the sweep of another run would find. */
    void discard() {
        client.deleteItem(
                delete ->
                        delete.tableName(Tables.name("StudioTable"))
                                .key(key("GENERATION#" + visitor.generation(), "GENERATION")));
    }

    private boolean isDelivered(Generation generation) {
        return generation.state() instanceof GenerationState.Succeeded succeeded
                && succeeded.media().stream().allMatch(this::isStored);
    }

    /** What the provider made, with nothing added to it but our mark. */
    private boolean isStored(Media media) {
        return media.contentSha256().equals(pictureSha256)
                && objects.sha256(media.key().value()).filter(media.sha256()::equals).isPresent();
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }
}
