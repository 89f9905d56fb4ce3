package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.LineGroup;
import dev.halftone.core.ledger.ReadStatement;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.Statement;
import dev.halftone.core.ledger.StatementFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a statement of every {@link dev.halftone.core.ledger.Ledger} shows through its filters. */
public abstract class StatementContract extends StudioContract {

    private static final List<Integer> LIMITS = List.of(1, 2, 100);

    /** A line left out is counted all the same: the balance beside a line never lies. */
    @ParameterizedTest
    @EnumSource(LineGroup.class)
    void keepsTheBalanceBesideEveryLineOfAGroup(LineGroup group) {
        story();

        holds(
                new StatementFilter(group, null, null, null),
                line -> LineGroup.of(line.entry().kind()) == group);
    }

    @Test
    void showsTheLinesOfOneGeneration() {
        String subject = story().id().value();

        holds(
                new StatementFilter(null, subject, null, null),
                line -> subject.equals(line.entry().subject()));
    }

    @Test
    void showsTheLinesOfAPeriod() {
        story();
        StatementFilter filter =
                new StatementFilter(
                        null, null, person.now().plusSeconds(1), person.now().plusSeconds(22));

        holds(
                filter,
                line ->
                        !line.entry().at().isBefore(person.now().plusSeconds(1))
                                && line.entry().at().isBefore(person.now().plusSeconds(22)));
    }

    @Test
    void pairsADeductionWithItsRefund() {
        Generation failed = story();
        Statement statement =
                new ReadStatement(ports().ledger())
                        .read(
                                person.account(),
                                new StatementFilter(null, failed.id().value(), null, null),
                                10,
                                null);

        JournalEntry refund = statement.lines().getFirst().entry();
        JournalEntry deduction = statement.lines().getLast().entry();

        assertThat(refund.kind()).isEqualTo(JournalEntry.Kind.VOID);
        assertThat(refund.answers()).contains(deduction.key());
        assertThat(deduction.answers()).isEmpty();
        assertThat(refund.credits()).isEqualTo(-deduction.credits());
    }

    /** Grants, a charge, a failure, and what a dispute does. */
    private Generation story() {
        grant(person.welcome(25));
        grant(person.purchase(1, 40));
        delivered(2, 4);
        Generation failed = accepted(3, 6);
        assertThat(ports().settlements().settle(failed, failed(failed, FailureReason.TIMEOUT)))
                .isTrue();
        ports().corrections()
                .freeze(
                        person.account(),
                        new FreezeCause("dispute:stripe:dp_1"),
                        person.now().plusSeconds(40));
        ports().corrections()
                .revoke(
                        new Revocation(
                                person.account(),
                                person.purchase(1, 40).id(),
                                new Credits(10),
                                "dispute",
                                person.now().plusSeconds(41)));
        return failed;
    }

    private void holds(StatementFilter filter, Predicate<Statement.Line> wanted) {
        List<Statement.Line> whole = lines(StatementFilter.ALL, 100);
        List<Statement.Line> expected = whole.stream().filter(wanted).toList();
        assertThat(whole).hasSize(8);

        for (int limit : LIMITS) {
            assertThat(lines(filter, limit)).isEqualTo(expected);
        }
    }

    private List<Statement.Line> lines(StatementFilter filter, int limit) {
        ReadStatement reading = new ReadStatement(ports().ledger());
        List<Statement.Line> lines = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Statement page = reading.read(person.account(), filter, limit, cursor);
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(limit);
            lines.addAll(page.lines());
            cursor = page.nextCursor();
        } while (cursor != null);
        return lines;
    }
}
