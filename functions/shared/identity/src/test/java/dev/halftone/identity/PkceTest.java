package dev.halftone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.SeededEntropy;
import org.junit.jupiter.api.Test;

final class PkceTest {

    @Test
    void challengesAsTheExampleOfTheStandard() {
        // RFC 7636, appendix B.
        Pkce pkce = new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        assertThat(pkce.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void makesAVerifierOfTheLengthThatTheStandardAsksFor() {
        assertThat(Pkce.fresh(new SeededEntropy(1)).verifier()).matches("[A-Za-z0-9_-]{43}");
    }
}
