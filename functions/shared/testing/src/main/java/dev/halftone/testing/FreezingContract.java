package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.ThawOutcome;
import org.junit.jupiter.api.Test;

/** What every {@link dev.halftone.core.ledger.Corrections} does about disputes. */
public abstract class FreezingContract extends StudioContract {

    private static final FreezeCause DISPUTE = new FreezeCause("dispute:stripe:dp_1");
    private static final FreezeCause OTHER = new FreezeCause("dispute:stripe:dp_2");

    @Test
    void freezesUntilEveryCauseIsGone() {
        grant(person.welcome(25));
        Generation generation = person.generation(1, 4);
        PendingTransfer chosenBefore = transfer(generation);

        assertThat(freeze(DISPUTE)).isEqualTo(new FreezeOutcome.Frozen());
        assertThat(freeze(OTHER)).isEqualTo(new FreezeOutcome.Frozen());
        assertThat(account().draw(new Credits(1), person.now()))
                .isEqualTo(new DrawOutcome.Frozen());
        assertThat(ports().submissions().accept(generation, chosenBefore))
                .isEqualTo(new StoreOutcome.AccountChanged());
        assertThat(thaw(DISPUTE)).isEqualTo(new ThawOutcome.Thawed(true));
        assertThat(sheet(person.now()).frozen()).isTrue();
        assertThat(thaw(OTHER)).isEqualTo(new ThawOutcome.Thawed(false));

        assertThat(sheet(person.now()).frozen()).isFalse();
        assertThat(ports().submissions().accept(generation, chosenBefore))
                .isEqualTo(new StoreOutcome.Stored());
        Conservation.audit(ports().ledger(), person.account());
    }

    /** A dispute that was won must not freeze again when its opening is told once more. */
    @Test
    void freezesOnceForEachCause() {
        grant(person.welcome(25));
        freeze(DISPUTE);

        assertThat(freeze(DISPUTE)).isEqualTo(new FreezeOutcome.AlreadyFrozen());
        thaw(DISPUTE);
        assertThat(freeze(DISPUTE)).isEqualTo(new FreezeOutcome.AlreadyFrozen());
        assertThat(thaw(DISPUTE)).isEqualTo(new ThawOutcome.NotFrozen());

        assertThat(account().isFrozen()).isFalse();
        assertThat(account().entries()).isEqualTo(3);
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void endsWhatWasPendingThoughTheAccountIsFrozen() {
        grant(person.welcome(25));
        Generation posted = delivering(1, 4);
        Generation voided = accepted(2, 4);
        freeze(DISPUTE);

        assertThat(ports().settlements().settle(posted, succeeded(posted))).isTrue();
        assertThat(ports().settlements().settle(voided, failed(voided, FailureReason.TIMEOUT)))
                .isTrue();

        assertThat(account().used()).isEqualTo(new Credits(4));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void freezesNoAccountThatDoesNotExist() {
        assertThat(freeze(DISPUTE)).isEqualTo(new FreezeOutcome.NoSuchAccount());
        assertThat(thaw(DISPUTE)).isEqualTo(new ThawOutcome.NotFrozen());
        assertThat(ports().ledger().account(person.account())).isEmpty();
    }

    @Test
    void freezesForALimitedNumberOfCauses() {
        grant(person.welcome(25));
        for (int number = 0; number < Account.FREEZES_MAX; number++) {
            freeze(new FreezeCause("dispute:test:" + number));
        }

        assertThat(freeze(DISPUTE)).isEqualTo(new FreezeOutcome.TooManyCauses());
    }

    private FreezeOutcome freeze(FreezeCause cause) {
        return ports().corrections()
                .freeze(person.account(), cause, person.now().plusSeconds(3_000));
    }

    private ThawOutcome thaw(FreezeCause cause) {
        return ports().corrections().thaw(person.account(), cause, person.now().plusSeconds(4_000));
    }
}
