package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.share.Share;
import dev.halftone.core.share.Shares;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Shares} does. */
public abstract class SharesContract {

    private final Person person = Person.fresh();
    private final GenerationId generation = person.generation(1, 4).id();
    private final Instant now = person.now();

    protected abstract Shares shares();

    @Test
    void keepsOneLinkToAResultWhileItLives() {
        Share first = share(now);
        Share second = share(now.plusSeconds(60));

        assertThat(shares().open(first, now)).isEqualTo(first);
        assertThat(shares().open(second, now.plusSeconds(60))).isEqualTo(first);
        assertThat(shares().find(generation, 0)).contains(first);
        assertThat(shares().find(generation, 1)).isEmpty();
    }

    @Test
    void replacesALinkThatIsOver() {
        Share first = share(now);
        shares().open(first, now);
        Share second = share(first.expiresAt());

        assertThat(shares().open(second, first.expiresAt())).isEqualTo(second);
        assertThat(shares().find(generation, 0)).contains(second);
    }

    @Test
    void forgetsALinkThatIsTakenBack() {
        shares().open(share(now), now);

        shares().revoke(generation, 0);
        shares().revoke(generation, 0);

        assertThat(shares().find(generation, 0)).isEmpty();
    }

    private Share share(Instant at) {
        return Share.from(generation, 0, at);
    }
}
