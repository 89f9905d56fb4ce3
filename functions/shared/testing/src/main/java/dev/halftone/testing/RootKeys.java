package dev.halftone.testing;

import dev.halftone.core.SecretText;
import dev.halftone.core.seal.RootKey;

/** Key pairs for tests, published with RFC 8032, section 7.1: no test needs a secret. */
public final class RootKeys {

    /** The parameter that holds the first pair. */
    public static final String PEM =
            """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            -----END PUBLIC KEY-----
            """;

    private RootKeys() {}

    public static RootKey first() {
        return RootKey.ofPem(new SecretText(PEM));
    }
}
