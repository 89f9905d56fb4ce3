package dev.halftone.function.urlfetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetRefusal;
import dev.halftone.core.asset.AssetWork;
import dev.halftone.core.asset.FetchRules;
import dev.halftone.core.asset.WebFiles;
import dev.halftone.core.asset.WebFiles.Answer;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import dev.halftone.testing.ScriptedNames;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlFetchTest {
    private static final byte[] FILE = {1, 2, 3};

    private final Fetching fetching = new Fetching();

    @Test
    void putsTheFileIntoQuarantineAndWakesWhoeverLooksAtUploads() {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);
        fetching.web.serve(Fetching.PICTURE, FILE);

        assertThat(fetching.fetch(Fetching.PICTURE.toString())).isEqualTo(Fetching.DONE);

        assertThat(fetching.files.bytes(AssetKey.quarantine(fetching.asset))).isEqualTo(FILE);
        assertThat(fetching.queue.sent())
                .containsExactly(AssetWork.check(fetching.asset, Samples.traceId(1)));
    }

    // Protects: no spelling of an address leads anywhere but to a public name over https.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "boat.png",
                "//pictures.example.org/boat.png",
                "http://pictures.example.org/boat.png",
                "ftp://pictures.example.org/boat.png",
                "file:///etc/passwd",
                "data:image/png;base64,AAAA",
                "jar:https://pictures.example.org/x.jar!/boat.png",
                "gopher://pictures.example.org/",
                "https:///boat.png",
                "https:pictures.example.org",
                "https://pictures.example.org:80/boat.png",
                "https://pictures.example.org:8443/boat.png",
                "https://pictures.example.org:0/boat.png",
                "https://pictures.example.org:99999/boat.png",
                "https://me@pictures.example.org/boat.png",
                "https://me:secret@pictures.example.org/boat.png",
                "https://@pictures.example.org/boat.png",
                "https://pictures.example.org@127.0.0.1/boat.png",
                "https://127.0.0.1#@pictures.example.org/",
                "https://127.0.0.1\\@pictures.example.org/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://0/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://169.254.170.2/v2/credentials",
                "https://100.64.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://8.8.8.8/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://3232235777/",
                "https://0xA9FEA9FE/",
                "https://127.0.0.1./",
                "https://[::]/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[fe80::1%25eth0]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/latest/meta-data/",
                "https://[ff02::1]/",
                "https://[2606:4700::1111]/",
                "https://pictures/",
                "https://pictures.example.org./boat.png",
                "https://.example.org/",
                "https://pictures..example.org/",
                "https://-pictures.example.org/",
                "https://pictures_example.org/",
                "https://pictures.example.o1/",
                "https://pictures%2eexample%2eorg/",
                "https://pictures\u3002example\u3002org/",
                "https://\u24d4xample.org/",
                "https://ex\u00e4mple.org/",
                "https://pictures.example.org\t/boat.png",
                "https://pictures.example.org/boat.png\r\nHost: localhost",
                "https://pictures.example.org/boat png",
                " https://pictures.example.org/",
                "https://pictures.example.org/%",
            })
    void refusesWhatIsNoAddressOfAPublicName(String address) {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);

        assertThat(fetching.fetch(address)).isEqualTo(Fetching.DONE);

        assertThat(fetching.refusal()).contains(AssetRefusal.ADDRESS_REFUSED);
        assertThat(fetching.names.questions()).isZero();
        assertThat(fetching.web.requests()).isEmpty();
    }

    @Test
    void refusesAnAddressThatIsLongerThanAny() {
        fetching.fetch("https://" + Fetching.HOST + "/" + "a".repeat(FetchRules.CHARACTERS_MAX));

        assertThat(fetching.refusal()).contains(AssetRefusal.ADDRESS_REFUSED);
    }

    // Protects: names that lead inwards by their very form, whatever a name service would say.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://LOCALHOST/",
                "https://db.localhost/",
                "https://printer.local/",
                "https://metadata.google.internal/computeMetadata/v1/",
                "https://ip-10-0-0-1.eu-central-1.compute.internal/"
            })
    void refusesNamesOfWhatIsInside(String address) {
        fetching.fetch(address);

        assertThat(fetching.refusal()).contains(AssetRefusal.PRIVATE_ADDRESS);
        assertThat(fetching.names.questions()).isZero();
    }

    // Protects: a public name that leads inwards, in every family and form an address has.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2001::1",
                "2002:a9fe:a9fe::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesNamesThatLeadInside(String inside) {
        fetching.names.add(Fetching.HOST, inside);

        fetching.fetch(Fetching.PICTURE.toString());

        assertThat(fetching.refusal()).contains(AssetRefusal.PRIVATE_ADDRESS);
        assertThat(fetching.web.requests()).isEmpty();
    }

    // Protects: one address inside is enough, for a client would take whichever answers.
    @Test
    void refusesANameThatLeadsBothOutsideAndInside() {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC, "10.0.0.1");

        fetching.fetch(Fetching.PICTURE.toString());

        assertThat(fetching.refusal()).contains(AssetRefusal.PRIVATE_ADDRESS);
    }

    // Protects: a name that is public when it is looked at and private a moment later. The first
    // answer is the only one that is asked for, and the only one that is connected to.
    @Test
    void connectsToTheAddressThatWasLookedAtWhateverTheNameSaysNext() {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);
        fetching.names.add(Fetching.HOST, "169.254.169.254");
        fetching.web.serve(Fetching.PICTURE, FILE);

        fetching.fetch(Fetching.PICTURE.toString());

        assertThat(fetching.names.questions()).isEqualTo(1);
        assertThat(fetching.web.requests())
                .extracting(WebFiles.Request::pinned)
                .containsExactly(List.of(InetAddress.ofLiteral(Fetching.PUBLIC)));
    }

    // The look itself: a client that resolves by itself goes inside, and is seen to.
    @Test
    void noticesAClientThatAsksOnceMoreWhereANameLeads() {
        ScriptedNames names = new ScriptedNames();
        names.add(Fetching.HOST, Fetching.PUBLIC);
        names.add(Fetching.HOST, "169.254.169.254");
        Fetching planted = Fetching.planted(names);
        planted.web.serve(Fetching.PICTURE, FILE);

        planted.fetch(Fetching.PICTURE.toString());

        assertThat(names.questions()).isEqualTo(2);
        assertThat(planted.web.requests())
                .extracting(WebFiles.Request::pinned)
                .containsExactly(List.of(InetAddress.ofLiteral("169.254.169.254")));
    }

    // Protects: the same name, asked again by a redirect to itself, is looked at again.
    @Test
    void looksAgainAtANameThatARedirectLeadsBackTo() {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);
        fetching.names.add(Fetching.HOST, "169.254.169.254");
        fetching.web.answer(Fetching.PICTURE, new Answer.Moved("/other.png"));

        fetching.fetch(Fetching.PICTURE.toString());

        assertThat(fetching.refusal()).contains(AssetRefusal.PRIVATE_ADDRESS);
        assertThat(fetching.web.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://pictures.example.org/boat.png, ADDRESS_REFUSED",
        "https://169.254.169.254/latest/meta-data/, ADDRESS_REFUSED",
        "file:///etc/passwd, ADDRESS_REFUSED",
        "//127.0.0.1/, ADDRESS_REFUSED",
        "https://localhost/, PRIVATE_ADDRESS",
        "https://inside.example.org/, PRIVATE_ADDRESS",
        "https://nowhere.example.org/, UNREACHABLE",
        "'https://[', ADDRESS_REFUSED"
    })
    void judgesARedirectAsItWouldItsTarget(String location, AssetRefusal why) {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);
        fetching.names.add("inside.example.org", "10.0.0.1");
        fetching.web.answer(Fetching.PICTURE, new Answer.Moved(location));

        fetching.fetch(Fetching.PICTURE.toString());

        assertThat(fetching.refusal()).contains(why);
        assertThat(fetching.web.requests()).hasSize(1);
    }

    @Test
    void followsThreeRedirectsAndNoFourth() {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);
        fetching.web.answer(Fetching.PICTURE, new Answer.Moved("/1"));
        fetching.web.answer(at("/1"), new Answer.Moved("https://" + Fetching.HOST + "/2"));
        fetching.web.answer(at("/2"), new Answer.Moved("3"));
        fetching.web.serve(at("/3"), FILE);

        fetching.fetch(Fetching.PICTURE.toString());

        assertThat(fetching.files.bytes(AssetKey.quarantine(fetching.asset))).isEqualTo(FILE);
    }

    @Test
    void refusesAChainOfRedirects() {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);
        fetching.web.answer(Fetching.PICTURE, new Answer.Moved(Fetching.PICTURE.toString()));

        fetching.fetch(Fetching.PICTURE.toString());

        assertThat(fetching.refusal()).contains(AssetRefusal.TOO_MANY_REDIRECTS);
        assertThat(fetching.web.requests()).hasSize(4);
    }

    // Protects: ten seconds are for everything together, however little each part takes of them.
    @Test
    void leavesToEachStepOnlyTheTimeThatIsLeft() {
        AtomicReference<MutableClock> clock = new AtomicReference<>();
        Fetching slow =
                new Fetching(
                        Map.of(),
                        (_, _) -> {
                            Objects.requireNonNull(clock.get()).advance(Duration.ofSeconds(4));
                            return List.of(InetAddress.ofLiteral(Fetching.PUBLIC));
                        });
        clock.set(slow.clock);
        slow.web.answer(Fetching.PICTURE, new Answer.Moved(Fetching.PICTURE.toString()));

        slow.fetch(Fetching.PICTURE.toString());

        assertThat(slow.refusal()).contains(AssetRefusal.TOO_SLOW);
        assertThat(slow.web.requests())
                .extracting(WebFiles.Request::timeMax)
                .containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(2));
    }

    static Stream<Arguments> whatIsNoFile() {
        return Stream.of(
                Arguments.of(new Answer.TooLarge(), AssetRefusal.TOO_LARGE),
                Arguments.of(new Answer.TooSlow(), AssetRefusal.TOO_SLOW),
                Arguments.of(new Answer.Missing(), AssetRefusal.UNREACHABLE));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoFile")
    void tellsWhatIsTooLargeTooSlowAndNotThere(Answer answer, AssetRefusal why) {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);
        fetching.web.answer(Fetching.PICTURE, answer);

        fetching.fetch(Fetching.PICTURE.toString());

        assertThat(fetching.refusal()).contains(why);
    }

    @Test
    void takesNoMoreThanTenMegabytes() {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);
        fetching.web.serve(Fetching.PICTURE, new byte[10 * 1024 * 1024 + 1]);

        fetching.fetch(Fetching.PICTURE.toString());

        assertThat(fetching.refusal()).contains(AssetRefusal.TOO_LARGE);
    }

    // Protects: messages come twice, and after an owner's change of mind.
    @Test
    void asksNobodyForWhatIsNotAwaited() {
        assertThat(fetching.send(AssetWork.fetch(fetching.asset, Samples.traceId(1)).body()))
                .isEqualTo(Fetching.DONE);

        assertThat(fetching.web.requests()).isEmpty();
        assertThat(fetching.queue.sent()).isEmpty();
    }

    @Test
    void givesBackAMessageThatIsNoneOrForSomebodyElse() {
        assertThat(fetching.send("{\"asset\":\"x\"}")).contains("itemIdentifier");
        assertThat(fetching.send(AssetWork.check(fetching.asset, Samples.traceId(1)).body()))
                .contains("itemIdentifier");
    }

    // Protects: what a message says is read as a whole, or not at all.
    @ParameterizedTest
    @ValueSource(strings = {"[%s]", "%s,%s", " %s", "{\"Records\":[%s]}", "{\"body\":%s}"})
    void takesNothingThatIsWrittenAroundAMessage(String around) {
        fetching.files.putAddress(fetching.asset, Fetching.PICTURE.toString());
        String body = AssetWork.fetch(fetching.asset, Samples.traceId(1)).body();

        assertThat(fetching.send(around.replace("%s", body))).contains("itemIdentifier");

        assertThat(fetching.names.questions()).isZero();
    }

    // Protects: nobody waits for ever for news that were not sent.
    @Test
    void givesBackTheMessageIfNobodyCanBeTold() {
        fetching.names.add(Fetching.HOST, Fetching.PUBLIC);
        fetching.web.serve(Fetching.PICTURE, FILE);
        fetching.queue.setBroken(true);

        assertThat(fetching.fetch(Fetching.PICTURE.toString())).contains("itemIdentifier");
    }

    private static URI at(String path) {
        return URI.create("https://" + Fetching.HOST + path);
    }
}
