package dev.halftone.lambda;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The variables of one function, read by key and checked together.
 *
 * <p>A reader never fails by itself: it notes what is wrong and returns a placeholder, and {@link
 * #verify} fails once with everything that was noted. So whoever deploys sees all mistakes at once.
 */
public final class Environment {
    /** Variables of one of several functions in one JVM; bound while its handler is constructed. */
    public static final ScopedValue<Map<String, String>> HOSTED = ScopedValue.newInstance();

    /** The time that several functions in one JVM share; bound like {@link #HOSTED}. */
    public static final ScopedValue<Clock> HOSTED_CLOCK = ScopedValue.newInstance();

    private static final URI PLACEHOLDER = URI.create("missing:value");

    private final Map<String, String> variables;
    private final Set<String> keysRead = new TreeSet<>();
    private final Map<String, String> faults = new TreeMap<>();

    private Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The hosted variables if there are any, else those of the process. */
    public static Environment current() {
        return new Environment(HOSTED.isBound() ? HOSTED.get() : System.getenv());
    }

    /** The clock of the host if it has one, else {@code own}. */
    public static Clock clock(Clock own) {
        return HOSTED_CLOCK.orElse(own);
    }

    public static Environment of(Map<String, String> variables) {
        return new Environment(variables);
    }

    /** A text that must be there. */
    public String text(String key) {
        String value = optionalText(key);
        if (value.isBlank()) {
            faults.put(key, "is missing");
        }
        return value;
    }

    /** A text that may be empty; empty if it is not there. */
    public String optionalText(String key) {
        keysRead.add(key);
        return variables.getOrDefault(key, "");
    }

    /** An absolute http or https address. */
    public URI uri(String key) {
        String value = text(key);
        if (value.isBlank()) {
            return PLACEHOLDER;
        }
        try {
            URI uri = new URI(value);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Falls through: an address that cannot be read is as wrong as one without a host.
        }
        faults.put(key, "is not an http address");
        return PLACEHOLDER;
    }

    /** The prefix of cookie names: {@code __Host-}, or nothing for browsers on localhost. */
    public String cookiePrefix(String key) {
        String value = optionalText(key);
        if (!variables.containsKey(key)) {
            faults.put(key, "is missing");
        } else if (!value.isEmpty() && !value.equals(SessionCookie.HOST_PREFIX)) {
            faults.put(key, "is neither empty nor " + SessionCookie.HOST_PREFIX);
        }
        return value;
    }

    /** Every key asked for so far. */
    public Set<String> keysRead() {
        return Set.copyOf(keysRead);
    }

    /**
     * Ends reading.
     *
     * @throws IllegalStateException naming every missing or malformed key, never a value
     */
    public void verify() {
        if (faults.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("Configuration:");
        faults.forEach((key, fault) -> message.append(' ').append(key).append(' ').append(fault));
        throw new IllegalStateException(message.toString());
    }
}
