package dev.halftone.providers;

import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.ProviderOrder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Protects: a provider is told all that was asked for, in the same bytes each time, and no more.
 */
public abstract class TellingContract extends AdapterUnderTest {

    @TempDir private Path inputs;

    public abstract ProviderOrder order();

    /** The files that it can be given. */
    protected InputRole[] roles() {
        return new InputRole[] {InputRole.IMAGE};
    }

    /** An order for a model that heeds what is not wanted; {@code null} if none does. */
    protected @Nullable ProviderOrder heeding() {
        return null;
    }

    /** Has the provider's server take orders. */
    abstract void takesOrders();

    // Whoever orders the same again gets the same made, and can prove what was asked for.
    @Test
    void putsTheSameOrderInTheSameBytes() {
        takesOrders();

        Payloads.requireTheSame(
                server, order -> provider().submission().submit(order), List.of(full(), full()));
    }

    @Test
    void tellsEverythingThatIsAskedForAndKeepsTheOrderOfFiles() {
        takesOrders();

        provider().submission().submit(full());

        Payloads.requireInOrder(server, full());
    }

    // They are for the person who wrote them, and for nobody else.
    @Test
    void isNotToldTheWordsThatAPromptWasWrittenOf() {
        takesOrders();

        provider().submission().submit(full());

        Payloads.requireUntold(server, Orders.ORIGINAL);
    }

    // Whoever is not heeded has to know before they pay, and whoever is, relies on it.
    @Test
    void tellsWhatIsNotWantedWhereAModelDeclaresThatAndNowhereElse() {
        takesOrders();
        ProviderOrder heeding = heeding();

        provider()
                .submission()
                .submit(Orders.full(heeding == null ? order() : heeding, inputs, roles()));

        Payloads.requireNotWanted(server, heeding != null);
    }

    private ProviderOrder full() {
        return Orders.full(order(), inputs, roles());
    }
}
