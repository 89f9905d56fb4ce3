import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whether Stripe's messages reach us: asks Stripe where it sends them and which were not taken, and our own
 * webhook what it makes of one without a signature. Changes nothing; each check is one line that says what to do.
 *
 * <p>{@code STRIPE_KEY=... java Doctor.java <our address> <Stripe's address> <parameter of the secret>}. Ends with 0 if
 * all is well, with 1 if something is wrong, with 2 if that cannot be told.
 */
final class Doctor {
    static final int ANSWER_BYTES_MAX = 16 << 20, DEPTH_MAX = 64, SHOWN_MAX = 200, LISTED_MAX = 100, OTHERS_MAX = 5;
    static final Duration CONNECT_MAX = Duration.ofSeconds(5), ANSWER_MAX = Duration.ofSeconds(20);

    /** How far back messages are looked at, and how young they may still be on their way. */
    static final Duration LOOK_BACK = Duration.ofDays(1), UNDER_WAY = Duration.ofMinutes(5);

    // Tests hold both against what the product speaks and understands.
    static final String VERSION = "2026-07-29.dahlia";
    static final List<String> KINDS = List.of(
            "checkout.session.completed", "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed", "checkout.session.expired", "invoice.paid",
            "invoice.payment_failed", "customer.subscription.created", "customer.subscription.updated",
            "customer.subscription.deleted", "charge.refunded", "refund.created", "refund.updated", "refund.failed",
            "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed");

    static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Why a check cannot tell, fit to be printed. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        Unknown(String what) {
            super(what);
        }
    }

    /** What Stripe sends to, as https://docs.stripe.com/api/webhook_endpoints/object describes it. */
    record Endpoint(String url, boolean enabled, String version, Set<Object> kinds) {
        List<String> missing() {
            return kinds.contains("*") ? List.of() : KINDS.stream().filter(kind -> !kinds.contains(kind)).toList();
        }

        boolean isWhole() {
            return enabled && version.equals(VERSION) && missing().isEmpty();
        }
    }

    final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_MAX)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    final String webhook, stripe, parameter, key;
    final Instant now;
    final PrintStream out;
    boolean isWrong, isUnknown;

    Doctor(String[] arguments, String key, Instant now, PrintStream out) {
        this.webhook = arguments[0].replaceAll("/+$", "") + "/v1/webhooks/stripe";
        this.stripe = arguments[1].replaceAll("/+$", "") + "/v1/";
        this.parameter = arguments[2];
        this.key = key;
        this.now = now;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv().getOrDefault("STRIPE_KEY", ""), Instant.now(), System.out));
    }

    static int run(String[] arguments, String key, Instant now, PrintStream out) {
        if (arguments.length != 3 || !isFit(arguments[0]) || !isFit(arguments[1]) || !key.matches("[!-~]{1,500}")) {
            out.println("Usage: STRIPE_KEY=... java Doctor.java <our address> <Stripe's address> <parameter of the secret>"
                    + "; addresses are https, or of this machine");
            return 2;
        }
        Doctor doctor = new Doctor(arguments, key, now, out);
        boolean isReachable = doctor.webhook();
        doctor.endpoint(isReachable);
        return doctor.isWrong ? 1 : doctor.isUnknown ? 2 : 0;
    }

    /** The key is sent there, so it goes nowhere in the clear but within this machine. */
    static boolean isFit(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null
                    || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    void fine(String check, String what) {
        out.println("ok       " + check + ": " + what);
    }

    void wrong(String check, String what) {
        isWrong = true;
        out.println("WRONG    " + check + ": " + what);
    }

    void unknown(String check, String what) {
        isUnknown = true;
        out.println("UNKNOWN  " + check + ": " + what);
    }

    /** Whether our webhook is there and refuses what nobody signed. */
    boolean webhook() {
        String check = "our webhook";
        int status = 0;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(webhook)).timeout(ANSWER_MAX)
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")).build();
            status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            // No answer, which is told below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (status == 401) {
            fine(check, webhook + " answers, and refuses a message without a signature");
        } else if (status == 404) {
            wrong(check, webhook + " is not there (404): deploy the function payment-webhook, with stripe among the"
                    + " processors of the profile");
        } else if (status == 0 || status >= 500) {
            wrong(check, webhook + " is down (" + (status == 0 ? "no answer" : status) + "): read the log of the function"
                    + " payment-webhook; Stripe repeats messages for three days");
        } else {
            wrong(check, webhook + " answers " + status + " to a message without a signature, not 401: the address is not"
                    + " that of the function payment-webhook");
        }
        return status == 401;
    }

    void endpoint(boolean isReachable) {
        List<Endpoint> endpoints;
        try {
            endpoints = endpoints();
        } catch (Unknown e) {
            unknown("webhook address", e.getMessage());
            return;
        }
        List<Endpoint> ours = endpoints.stream().filter(each -> each.url().equals(webhook)).toList();
        List<Endpoint> enabled = ours.stream().filter(Endpoint::enabled).toList();
        List<String> others = endpoints.stream().filter(each -> each.enabled() && !each.url().equals(webhook))
                .limit(OTHERS_MAX).map(each -> place(each.url())).toList();
        String check = "webhook address";
        if (enabled.isEmpty()) {
            wrong(check, !ours.isEmpty() ? "Stripe has " + webhook + ", but it is disabled: enable it at Stripe, under webhooks"
                    : "Stripe has " + (others.isEmpty() ? "none" : String.join(" and ", others)) + ", it should have " + webhook
                    + ": change it at Stripe, under webhooks, or add it with version " + VERSION + " and our kinds of events");
            unknown("webhook secret", "no message comes to " + webhook + "; mend the address first");
            return;
        }
        fine(check, "Stripe sends to " + webhook);
        Endpoint one = enabled.stream().filter(Endpoint::isWhole).findFirst().orElse(enabled.get(0));
        shape(one);
        List<String> sent = new ArrayList<>(KINDS);
        sent.removeAll(one.missing());
        if (sent.isEmpty()) {
            unknown("webhook secret", "nothing of ours is sent; mend the events first");
        } else {
            secret(sent, isReachable, others);
        }
    }

    void shape(Endpoint one) {
        if (one.version().equals(VERSION)) {
            fine("webhook version", VERSION);
        } else {
            wrong("webhook version", "Stripe sends " + (one.version().isEmpty() ? "the account's default" : shown(one.version()))
                    + ", it should be " + VERSION + ": add an endpoint of that version for the same address, add its secret to "
                    + parameter + ", then remove the old one");
        }
        if (one.missing().isEmpty()) {
            fine("webhook events", "all " + KINDS.size() + " kinds");
        } else {
            wrong("webhook events", "Stripe does not send " + String.join(", ", one.missing())
                    + ": select them at Stripe, for the endpoint " + webhook);
        }
    }

    void secret(List<String> sent, boolean isReachable, List<String> others) {
        String check = "webhook secret";
        try {
            List<Long> missed = events(sent, false, LISTED_MAX).stream()
                    .filter(at -> at <= now.minus(UNDER_WAY).getEpochSecond()).toList();
            long taken = events(sent, true, 1).stream().findFirst().orElse(0L);
            if (missed.isEmpty() && taken == 0) {
                unknown(check, "Stripe had nothing to send in the last day: buy something, and ask again");
            } else if (missed.isEmpty()) {
                fine(check, "what Stripe sent in the last day was taken");
            } else if (taken > missed.get(0)) {
                fine(check, "the newest message was taken; " + count(missed) + " before it, last at "
                        + Instant.ofEpochSecond(missed.get(0)) + ", not yet: Stripe repeats them for three days");
            } else if (!isReachable) {
                unknown(check, count(missed) + " not taken; mend our webhook first");
            } else {
                wrong(check, count(missed) + " not taken, last at " + Instant.ofEpochSecond(missed.get(0))
                        + ", though our webhook answers: put the signing secret that Stripe shows for " + webhook + " into "
                        + parameter + " (two parted by a blank while one is replaced); if it is there, name stripe among the"
                        + " processors of the profile"
                        + (others.isEmpty() ? "" : "; if it was refused elsewhere, mend " + String.join(", ", others)));
            }
        } catch (Unknown e) {
            unknown(check, e.getMessage());
        }
    }

    static String count(List<Long> missed) {
        return missed.size() + (missed.size() == LISTED_MAX ? " messages or more" : missed.size() == 1 ? " message" : " messages");
    }

    List<Endpoint> endpoints() throws Unknown {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Object each : list("webhook_endpoints?limit=" + LISTED_MAX)) {
            Object kinds = field(each, "enabled_events");
            endpoints.add(new Endpoint(text(each, "url"), "enabled".equals(text(each, "status")), text(each, "api_version"),
                    kinds instanceof List<?> list ? Set.<Object>copyOf(list) : Set.of()));
        }
        return endpoints;
    }

    /** When those of some kinds were made, newest first; https://docs.stripe.com/api/events/list takes 20 of them. */
    List<Long> events(List<String> kinds, boolean isTaken, int limit) throws Unknown {
        StringBuilder query = new StringBuilder("events?limit=" + limit + "&delivery_success=" + isTaken
                + "&" + encoded("created[gte]") + "=" + now.minus(LOOK_BACK).getEpochSecond());
        for (int i = 0; i < kinds.size(); i++) {
            query.append('&').append(encoded("types[" + i + "]")).append('=').append(kinds.get(i));
        }
        List<Long> times = new ArrayList<>();
        for (Object each : list(query.toString())) {
            String at = text(each, "created");
            if (!at.matches("\\d{1,12}")) {
                throw new Unknown("Stripe's answer is not understood");
            }
            times.add(Long.parseLong(at));
        }
        return times;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    List<?> list(String query) throws Unknown {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stripe + query)).timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + key).header("Stripe-Version", VERSION).GET().build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                int status = answer.statusCode();
                if (status == 401 || status == 403) {
                    throw new Unknown(status == 401 ? "Stripe does not take our key (401): put a valid one in its place"
                            : "our key may not ask (403): let it read webhook endpoints and events");
                }
                byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
                if (status != 200 || bytes.length > ANSWER_BYTES_MAX
                        || !(field(new Json(new String(bytes, StandardCharsets.UTF_8)).value(0), "data") instanceof List<?> data)) {
                    throw new Unknown("Stripe answers " + status + ", or what is not understood: ask again later");
                }
                return data;
            }
        } catch (IOException e) {
            throw new Unknown("Stripe does not answer: ask again later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unknown("interrupted");
        }
    }

    static Object field(Object json, String name) {
        return json instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** Empty where there is none, or null. */
    static String text(Object json, String name) {
        return field(json, name) instanceof String text && !text.equals("null") ? text : "";
    }

    /** An address without what may be secret in it. */
    static String place(String url) {
        return shown(url.replaceAll("[?#].*", "").replaceAll("//[^/@]*@", "//"));
    }

    /** What others say, fit for a terminal. */
    static String shown(String text) {
        return text.substring(0, Math.min(text.length(), SHOWN_MAX)).replaceAll("[^ -~]", "?");
    }

    /** One JSON text as maps, lists and strings; brackets are all that it needs of the punctuation. */
    static final class Json {
        static final Pattern TOKEN =
                Pattern.compile("[\\s,:]*+(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[-+.\\w]++|[\\[\\]{}])");
        static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
        static final Object END = new Object();
        final Matcher tokens;

        Json(String text) {
            tokens = TOKEN.matcher(text);
        }

        Object value(int depth) throws Unknown {
            if (depth > DEPTH_MAX || !tokens.lookingAt()) {
                throw new Unknown("Stripe's answer is no JSON, or is cut");
            }
            String token = tokens.group(1);
            tokens.region(tokens.end(), tokens.regionEnd());
            return switch (token.charAt(0)) {
                case '{' -> map(many(depth + 1));
                case '[' -> many(depth + 1);
                case '}', ']' -> END;
                case '"' -> ESCAPE.matcher(token.substring(1, token.length() - 1)).replaceAll(Json::unescaped);
                default -> token;
            };
        }

        List<Object> many(int depth) throws Unknown {
            List<Object> values = new ArrayList<>();
            for (Object value = value(depth); value != END; value = value(depth)) {
                values.add(value);
            }
            return values;
        }

        static Map<Object, Object> map(List<Object> values) {
            Map<Object, Object> map = new HashMap<>();
            for (int i = 0; i + 1 < values.size(); i += 2) {
                map.put(values.get(i), values.get(i + 1));
            }
            return map;
        }

        static String unescaped(MatchResult escape) {
            int known = escape.group(2) == null ? -1 : "bfnrt".indexOf(escape.group(2));
            String text = escape.group(1) != null ? "" + (char) Integer.parseInt(escape.group(1), 16)
                    : known < 0 ? escape.group(2) : "\b\f\n\r\t".substring(known, known + 1);
            return Matcher.quoteReplacement(text);
        }
    }
}
