package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.privacy.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects the search: a value is found in whatever a program may have made of it. */
class CanaryTest {
    private static final String EMAIL = "somebody@example.org";

    private final Aviary aviary =
            new Aviary(
                    List.of(
                            Canary.of(Kind.EMAIL, EMAIL),
                            Canary.of(Kind.PROMPT, "a lighthouse in fog")));

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "123"})
    void isFoundInsideABase64TextAtEveryAlignment(String before) {
        byte[] bytes = (before + EMAIL + "after").getBytes(StandardCharsets.UTF_8);

        assertThat(aviary.kindsIn(Base64.getEncoder().encodeToString(bytes)))
                .containsExactly(Kind.EMAIL);
        assertThat(aviary.kindsIn(Base64.getUrlEncoder().encodeToString(bytes)))
                .containsExactly(Kind.EMAIL);
    }

    @Test
    void isFoundInAQueryAsHexadecimalAndAsAHashWithoutAKey() {
        assertThat(aviary.kindsIn("?who=somebody%40example.org&x=1")).containsExactly(Kind.EMAIL);
        assertThat(aviary.kindsIn(HexFormat.of().formatHex(EMAIL.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(Kind.EMAIL);
        assertThat(aviary.kindsIn("USER#" + Digest.sha256Hex(EMAIL))).containsExactly(Kind.EMAIL);
    }

    /** One value may lie inside another, or begin where it ends. */
    @Test
    void isFoundBesideAndInsideOthers() {
        Aviary both =
                new Aviary(
                        List.of(
                                Canary.of(Kind.EMAIL, EMAIL),
                                Canary.of(Kind.PERSON_NAME, "somebody"),
                                Canary.of(Kind.PROMPT, "example.org/a lighthouse")));

        assertThat(both.kindsIn("to " + EMAIL + "/a lighthouse"))
                .containsExactlyInAnyOrder(Kind.EMAIL, Kind.PERSON_NAME, Kind.PROMPT);
    }

    @Test
    void isNotFoundInSomethingElse() {
        assertThat(aviary.kindsIn("somebody at example.org")).isEmpty();
    }
}
