package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Retention;
import dev.halftone.core.generation.Retention.Keeping;
import dev.halftone.providers.dreammachine.DreamMachineProvider;
import dev.halftone.providers.fal.FalProvider;
import dev.halftone.providers.gmi.GmiProvider;
import dev.halftone.providers.hedra.HedraProvider;
import dev.halftone.providers.luma.LumaProvider;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Protects: no receipt says more than a provider's own documentation does. */
class RetentionTest {

    private static final URI BASE = URI.create("https://provider.example.com/v1");

    @Test
    void saysOfFalThatItKeepsNoOrderAndItsResultForAnHour() {
        assertThat(retention(FalProvider::of))
                .isEqualTo(
                        Retention.of(
                                new Keeping.NotKept(), new Keeping.Expires(Duration.ofHours(1))));
    }

    @Test
    void saysOfHedraThatItsResultIsGoneAfterTwoDays() {
        assertThat(retention(HedraProvider::of))
                .isEqualTo(
                        Retention.of(
                                new Keeping.Undeclared(), new Keeping.Expires(Duration.ofDays(2))));
    }

    @Test
    void hasErasedWhatDreamMachineKeeps() {
        Retention dreamMachine = retention(DreamMachineProvider::of);

        assertThat(dreamMachine.order()).isInstanceOf(Keeping.Erasable.class);
        assertThat(dreamMachine.result()).isInstanceOf(Keeping.Erasable.class);
        assertThat(dreamMachine.erasure()).isNotNull();
    }

    /** Luma's links live for an hour, but each question makes a new one: the file stays. */
    @Test
    void claimsNothingOfThoseThatDoNotSay() {
        assertThat(retention(GmiProvider::of)).isEqualTo(Retention.UNDECLARED);
        assertThat(retention(LumaProvider::of)).isEqualTo(Retention.UNDECLARED);
    }

    private static Retention retention(Function<ProviderSetting, Provider> composed) {
        return composed.apply(
                        Settings.of(
                                BASE,
                                () -> new SecretText("key"),
                                () -> URI.create("https://halftone.example"),
                                new MutableClock(Samples.NOW)))
                .terms()
                .retention();
    }
}
