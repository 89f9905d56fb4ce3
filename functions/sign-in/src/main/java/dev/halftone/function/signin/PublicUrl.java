package dev.halftone.function.signin;

import dev.halftone.core.Secrets;
import dev.halftone.core.profile.SignInWay;
import dev.halftone.core.profile.SignInWays;
import dev.halftone.lambda.SessionCookie;
import java.net.URI;
import java.util.function.Supplier;

/**
 * Where browsers see this deployment; never taken from a request. Conveniences of a developer's
 * machine are refused everywhere else.
 */
final class PublicUrl implements Supplier<URI> {
    private final Secrets secrets;
    private final SignInConfig config;
    private final SignInWays ways;

    PublicUrl(Secrets secrets, SignInConfig config, SignInWays ways) {
        this.secrets = secrets;
        this.config = config;
        this.ways = ways;
    }

    /**
     * The origin, without a slash at its end.
     *
     * @throws IllegalStateException if the deployment is configured less safely than its address
     *     demands
     */
    @Override
    public URI get() {
        String text = secrets.value(config.publicUrlParameter()).reveal().strip();
        URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean local = "http".equals(url.getScheme()) && "localhost".equals(url.getHost());
        if (!local && !"https".equals(url.getScheme())) {
            throw new IllegalStateException("The public address is neither https nor localhost");
        }
        // Without the prefix, a neighbouring subdomain could plant a session.
        if (!local && !config.cookiePrefix().equals(SessionCookie.HOST_PREFIX)) {
            throw new IllegalStateException("COOKIE_PREFIX may be empty on localhost only");
        }
        // Whoever stands in for a provider could sign in as anybody.
        if (!local && !config.ways().standIns().isEmpty()) {
            throw new IllegalStateException("SIGN_IN_STAND_INS is for localhost only");
        }
        // What the profile is shipped with: the real issuers would turn everybody away.
        if (!local && ways.list().stream().anyMatch(SignInWay::isLocal)) {
            throw new IllegalStateException(
                    "signIn of the profile has a client that is for localhost only");
        }
        return url;
    }

    /** The redirect address that is registered at the way's provider, to the letter. */
    URI callback(String way) {
        return URI.create(get() + "/v1/auth/" + way + "/callback");
    }
}
