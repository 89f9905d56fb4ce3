package dev.halftone.core.seal;

import dev.halftone.core.SecretText;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Legs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Three lines, and the key pair of RFC 8032, section 7.1, test 1. */
final class SealSamples {

    static final AccountId ACCOUNT = account(1);

    static final String PRIVATE_PEM =
            """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;
    static final String PUBLIC_PEM =
            """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            -----END PUBLIC KEY-----
            """;
    static final String OTHER_PUBLIC_PEM =
            """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=
            -----END PUBLIC KEY-----
            """;

    private SealSamples() {}

    static AccountId account(int number) {
        return new AccountId("acc_%032x".formatted(number));
    }

    static RootKey key() {
        return RootKey.ofPem(new SecretText(PRIVATE_PEM + PUBLIC_PEM));
    }

    static List<LineText> lines() {
        return List.of(
                new LineText(
                        Instant.parse("2026-11-21T14:05:00.123456Z"),
                        "GRANT#welcome-1",
                        "GRANT",
                        new Legs(Map.of(Balance.GIVEN, -25L, Balance.AVAILABLE, 25L)),
                        null,
                        "welcome",
                        null),
                new LineText(
                        Instant.parse("2026-11-21T14:06:00Z"),
                        "PENDING#g1",
                        "PENDING",
                        new Legs(Map.of(Balance.PENDING, 4L, Balance.AVAILABLE, -4L)),
                        "2026-01",
                        "generation",
                        "g1"),
                new LineText(
                        Instant.parse("2026-11-21T14:07:00Z"),
                        "POST#g1",
                        "POST",
                        new Legs(Map.of(Balance.PENDING, -4L, Balance.USED, 4L)),
                        "2026-01",
                        "a \"quoted\\ \t\u001f é€\uD83D\uDE00",
                        "g1"));
    }

    /** The heads after each of these texts. */
    static List<Head> heads(List<String> texts) {
        List<Head> heads = new ArrayList<>();
        Head head = Head.begin(ACCOUNT);
        for (String text : texts) {
            head = head.then(text);
            heads.add(head);
        }
        return heads;
    }
}
