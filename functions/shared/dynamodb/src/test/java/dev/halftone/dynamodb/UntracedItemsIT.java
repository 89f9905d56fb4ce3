package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.halftone.core.TraceId;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome.Drawn;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StudioPorts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Protects what was stored before traces were kept: it is read, and ends like everything else. */
class UntracedItemsIT {

    private final int person = ThreadLocalRandom.current().nextInt(1_000, Integer.MAX_VALUE);
    private final StudioPorts ports = TestStack.studio();

    @Test
    void hasTheTraceThatItsIdDerives() {
        Generation generation = acceptedWithoutTrace();
        TraceId derived = TraceId.derivedFrom(generation.id().value());

        Generation read = ports.generations().find(generation.id()).orElseThrow();
        Generation ended =
                read.on(
                                new GenerationEvent.GivenUp(
                                        FailureReason.TIMEOUT, "said the test", Samples.NOW))
                        .orElseThrow();

        assertThat(read.trace()).isEqualTo(derived);
        assertThat(ports.settlements().settle(read, ended)).isTrue();
        List<JournalEntry> lines =
                ports.ledger().journal(generation.account(), 10, null).items().stream()
                        .filter(line -> generation.id().value().equals(line.subject()))
                        .toList();
        assertThat(lines)
                .extracting(JournalEntry::kind, JournalEntry::trace)
                .containsExactlyInAnyOrder(
                        tuple(JournalEntry.Kind.VOID, derived),
                        tuple(JournalEntry.Kind.PENDING, null));
    }

    private Generation acceptedWithoutTrace() {
        Generation generation = Samples.generation(person, person, 4);
        ports.ledger().grant(Samples.welcome(person, 25));
        Drawn drawn =
                (Drawn)
                        ports.ledger()
                                .account(generation.account())
                                .orElseThrow()
                                .draw(new Credits(4), Samples.NOW);
        ports.submissions().accept(generation, Samples.transfer(generation, drawn.drawing()));
        forget("StudioTable", GenerationItem.key(generation.id()));
        forget("LedgerTable", TransferItem.key(generation.account(), generation.id().transfer()));
        forget(
                "LedgerTable",
                Attributes.key(
                        AccountItem.pk(generation.account()),
                        "JOURNAL#PENDING#" + generation.id()));
        return generation;
    }

    private static void forget(String table, Map<String, AttributeValue> key) {
        TestStack.client()
                .updateItem(
                        update ->
                                update.tableName(TestStack.table(table))
                                        .key(key)
                                        .updateExpression("REMOVE traceId")
                                        .conditionExpression("attribute_exists(traceId)"));
    }
}
