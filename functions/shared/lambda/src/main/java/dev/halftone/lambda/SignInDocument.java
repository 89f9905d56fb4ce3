package dev.halftone.lambda;

import dev.halftone.core.profile.SignInWay;
import dev.halftone.core.profile.SignInWays;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways to sign in of a profile. */
final class SignInDocument {
    private static final String KEY = "signIn";
    private static final Set<String> KEYS =
            Set.of("id", "kind", "title", "issuer", "clientId", "publicKey", "oneTap", "through");

    private final Fields fields;

    SignInDocument(Fields fields) {
        this.fields = fields;
    }

    /** The ways, or {@code null} if something was noted. */
    @Nullable SignInWays ways() {
        return fields.valid(
                KEY,
                () ->
                        new SignInWays(
                                fields.each(KEY).stream()
                                        .map(each -> way(each.known(KEYS)))
                                        .filter(Objects::nonNull)
                                        .toList()));
    }

    private static @Nullable SignInWay way(Fields way) {
        String id = way.text("id");
        SignInWay.Kind kind = way.choice("kind", SignInWay.Kind.class);
        String title = way.text("title");
        URI issuer = way.uri("issuer");
        String clientId = way.text("clientId");
        String publicKey = way.optionalText("publicKey");
        boolean oneTap = way.has("oneTap") && way.flag("oneTap");
        Set<String> through = Set.copyOf(way.texts("through"));
        return kind == null || issuer == null
                ? null
                : way.valid(
                        "id",
                        () ->
                                new SignInWay(
                                        id, kind, title, issuer, clientId, publicKey, oneTap,
                                        through));
    }
}
