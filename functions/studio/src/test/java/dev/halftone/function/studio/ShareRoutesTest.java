package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Generation;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a link shows one result to whoever has it, for seven days and not longer. */
class ShareRoutesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Library library = new Library();
    private Generation generation = Samples.generation(1, 1, 4);

    @BeforeEach
    void deliver() {
        library.grant(1, 100);
        generation = library.delivered(1, 1, 4);
    }

    @Test
    void leadsAnybodyToTheResultUntilTheSeventhDayIsOver() {
        String href = shared();

        library.clock.advance(DAY.multipliedBy(699).dividedBy(100));
        HttpAnswer answer = library.call(follow(href));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location"))
                .isEqualTo(
                        "https://media.test/u/%s/out/%s/0.png?seconds=600"
                                .formatted(generation.owner(), generation.id()));
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void leadsNowhereOnceTheSeventhDayIsOverAndTheResultStays() {
        String href = shared();

        library.clock.advance(DAY.multipliedBy(701).dividedBy(100));

        assertThat(library.call(follow(href)).status()).isEqualTo(410);
        assertThat(library.call(follow(href)).code()).isEqualTo("link_expired");
        assertThat(library.call(share("shared")).status()).isEqualTo(204);
        assertThat(library.stored(generation)).isEqualTo(generation);
    }

    // Protects: links end, pictures do not. A day after the last link has, everything is listed,
    // and
    // opens by a new one.
    @Test
    void keepsEveryResultWhenAllItsLinksHaveEnded() {
        generation = library.delivered(2, 1, 4);
        String href = shared();

        library.clock.advance(DAY.multipliedBy(8));

        assertThat(library.call(follow(href)).code()).isEqualTo("link_expired");
        assertThat(library.call(library.event(1, "history").query("")).json().get("items"))
                .hasSize(2)
                .allSatisfy(
                        item -> {
                            assertThat(item.get("state").asString()).isEqualTo("succeeded");
                            assertThat(library.call(media(item.get("id").asString())).status())
                                    .isEqualTo(302);
                        });
        assertThat(library.call(follow(shared())).status()).isEqualTo(302);
    }

    private HttpEvent media(String id) {
        return library.event(1, "media").pathParameter("id", id).pathParameter("index", "0");
    }

    @Test
    void isTakenBackAtOnceAndForGood() {
        String href = shared();

        assertThat(library.call(share("unshare")).status()).isEqualTo(204);
        assertThat(library.call(follow(href)).code()).isEqualTo("link_withdrawn");

        library.clock.advance(Duration.ofMillis(1));
        String again = shared();
        assertThat(again).isNotEqualTo(href);
        assertThat(library.call(follow(href)).code()).isEqualTo("link_withdrawn");
        assertThat(library.call(follow(again)).status()).isEqualTo(302);
    }

    @Test
    void nothingIsPublicUntilItsOwnerSaysSo() {
        assertThat(library.call(share("shared")).status()).isEqualTo(204);

        HttpAnswer opened = library.call(share("share"));

        assertThat(opened.json().get("expiresAt").asString())
                .isEqualTo(Samples.NOW.plus(DAY.multipliedBy(7)).toString());
        assertThat(library.call(share("shared")).json()).isEqualTo(opened.json());
    }

    @Test
    void givesTheSameLinkUntilItEnds() {
        String first = shared();
        library.clock.advance(DAY);

        assertThat(shared()).isEqualTo(first);
    }

    @Test
    void showsNothingThatItsOwnerHasRemoved() {
        String href = shared();
        library.call(library.event(1, "remove").pathParameter("id", generation.id().value()));

        assertThat(library.call(follow(href)).code()).isEqualTo("link_withdrawn");
    }

    @Test
    void onlyItsOwnerSharesIt() {
        HttpEvent event =
                library.event(2, "share")
                        .pathParameter("id", generation.id().value())
                        .pathParameter("index", "0");

        assertThat(library.call(event).code()).isEqualTo("unknown_generation");
    }

    // A link that was changed in one character was never ours.
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40, 90, 120})
    void knowsNoLinkThatItDidNotSign(int position) {
        String token = shared().substring("/s/".length());
        int at = Math.min(position, token.length() - 2);
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        String forged = token.substring(0, at) + other + token.substring(at + 1);

        HttpAnswer answer = library.call(follow("/s/" + forged));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_link");
    }

    @Test
    void sharesOnlyResultsThatAreThere() {
        HttpEvent event = share("share").pathParameter("index", "1");

        assertThat(library.call(event).code()).isEqualTo("unknown_media");
    }

    private String shared() {
        return library.call(share("share")).json().get("href").asString();
    }

    private HttpEvent share(String name) {
        return library.event(1, name)
                .pathParameter("id", generation.id().value())
                .pathParameter("index", "0");
    }

    private static HttpEvent follow(String href) {
        return HttpEvent.read("studio", "follow")
                .pathParameter("token", href.substring("/s/".length()));
    }
}
