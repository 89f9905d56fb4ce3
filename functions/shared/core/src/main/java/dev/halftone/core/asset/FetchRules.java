package dev.halftone.core.asset;

import dev.halftone.core.PublicName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses are asked for a file: https, its own port, a public name, no name and password.
 * Where the name leads is somebody else's question, and asked later.
 *
 * @param standIn the one origin that is asked in spite of all rules, where a stand-in on this
 *     machine is the outside world, such as {@code http://127.0.0.1:9000}
 */
public record FetchRules(@Nullable URI standIn) {

    /** As long as an address may be, in characters. */
    public static final int CHARACTERS_MAX = 2_000;

    private static final String SECURE = "https";
    private static final int SECURE_PORT = 443;
    private static final String THIS_MACHINE = "127.0.0.1";

    public FetchRules {
        if (standIn != null
                && (!THIS_MACHINE.equals(standIn.getHost()) || standIn.getRawUserInfo() != null)) {
            throw new IllegalArgumentException("Only " + THIS_MACHINE + " can stand in");
        }
    }

    /** Of production: there is no exception. */
    public static FetchRules strict() {
        return new FetchRules(null);
    }

    /** What they say of an address. */
    public sealed interface Ruling {

        record Allowed(URI address) implements Ruling {}

        record Refused(AssetRefusal why) implements Ruling {}
    }

    public Ruling judge(String text) {
        if (text.length() > CHARACTERS_MAX) {
            return refused(AssetRefusal.ADDRESS_REFUSED);
        }
        try {
            // What begins with a hash is the browser's, and of what stands before it only ASCII is
            // sent.
            URI read = new URI(new URI(text).toASCIIString().replaceFirst("#.*", ""));
            return judge(read);
        } catch (URISyntaxException _) {
            return refused(AssetRefusal.ADDRESS_REFUSED);
        }
    }

    private Ruling judge(URI address) {
        if (isStandIn(address)) {
            return new Ruling.Allowed(address);
        }
        if (!SECURE.equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || (address.getPort() != -1 && address.getPort() != SECURE_PORT)) {
            return refused(AssetRefusal.ADDRESS_REFUSED);
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (PublicName.isInward(host)) {
            return refused(AssetRefusal.PRIVATE_ADDRESS);
        }
        return PublicName.hasForm(host)
                ? new Ruling.Allowed(address)
                : refused(AssetRefusal.ADDRESS_REFUSED);
    }

    /** Whether an address belongs to the one exception. */
    boolean isStandIn(URI address) {
        return standIn != null
                && standIn.getScheme().equals(address.getScheme())
                && standIn.getHost().equals(address.getHost())
                && standIn.getPort() == address.getPort()
                && address.getRawUserInfo() == null;
    }

    private static Ruling refused(AssetRefusal why) {
        return new Ruling.Refused(why);
    }
}
