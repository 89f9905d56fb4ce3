package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.privacy.Kind;
import java.net.URI;
import java.util.Map;

/** Somebody who adds each way to sign in that is not Google's. */
final class OtherWays {
    private static final String EMAIL = "other-way-5f3a91@example.org";
    private static final Map<String, String> PERSON =
            Map.of(
                    "person",
                    "typed",
                    "name",
                    "Vera",
                    "email",
                    EMAIL,
                    "client_id",
                    "halftone-local");

    private final Visitor visitor;
    private final Journey journey;

    OtherWays(Visitor visitor, Journey journey) {
        this.visitor = visitor;
        this.journey = journey;
    }

    /** By a redirect at first, and then by what scripts of theirs give to the page. */
    void link(URI sandbox) {
        URI callback = visitor.signIn("github/start?purpose=link&returnTo=/", PERSON);
        Map<String, String> brought = Call.pairs(callback.getRawQuery());
        journey.know(Kind.EMAIL, EMAIL);
        journey.know(Kind.SIGN_IN_SECRET, brought.getOrDefault("code", ""));
        for (String part : brought.getOrDefault("state", "").split("\\.", -1)) {
            journey.know(Kind.SIGN_IN_SECRET, part);
        }
        link(sandbox, "clerk");
        link(sandbox, "firebase");
        assertThat(visitor.get("/v1/me/identities").json().get("identities")).hasSize(4);
        journey.knowSession();
    }

    private void link(URI sandbox, String way) {
        String token = visitor.pageToken(URI.create(sandbox + "/" + way), PERSON);
        Map<String, ?> body = Map.of("token", token, "purpose", "link");
        Visitor.Answer linked = visitor.post("/v1/auth/" + way + "/exchange", body);
        assertThat(linked.status()).as(linked.body()).isEqualTo(204);
    }
}
