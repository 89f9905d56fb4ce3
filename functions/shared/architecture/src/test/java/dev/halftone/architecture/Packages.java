package dev.halftone.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which package is what, below a base package. */
final class Packages {
    private static final List<String> SDK =
            List.of(
                    "software.amazon.awssdk.auth..",
                    "software.amazon.awssdk.awscore..",
                    "software.amazon.awssdk.core..",
                    "software.amazon.awssdk.endpoints..",
                    "software.amazon.awssdk.http..",
                    "software.amazon.awssdk.identity..",
                    "software.amazon.awssdk.regions..",
                    "software.amazon.awssdk.retries..",
                    "software.amazon.awssdk.utils..");
    private static final List<String> JACKSON =
            List.of("tools.jackson..", "com.fasterxml.jackson.annotation..");

    /** The parts of the domain, those that know nothing first. */
    static final List<String> CORE =
            List.of(
                    "account",
                    "mail",
                    "safety",
                    "ledger",
                    "payment",
                    "seal",
                    "audit",
                    "catalogue",
                    "circuit",
                    "ratelimit",
                    "asset",
                    "mark",
                    "project",
                    "brief",
                    "generation",
                    "batch",
                    "storyboard",
                    "share",
                    "archive",
                    "profile",
                    "privacy");

    /** Each adapter with the technology that it alone may know. */
    static final Map<String, List<String>> ADAPTERS =
            Map.ofEntries(
                    Map.entry("dynamodb", aws("dynamodb")),
                    Map.entry("s3", aws("s3")),
                    Map.entry("imaging", List.of("javax.imageio..", "com.twelvemonkeys..")),
                    Map.entry("sqs", aws("sqs")),
                    Map.entry("secrets", aws("ssm")),
                    Map.entry("mail", aws("sesv2")),
                    Map.entry("csv", List.of("de.siegmar.fastcsv..")),
                    Map.entry("creem", JACKSON),
                    Map.entry("identity", with(JACKSON, "com.nimbusds..")),
                    Map.entry("stripe", List.of("com.stripe..", "com.google.gson..")),
                    Map.entry("providers", with(JACKSON, "javax.net.ssl..")),
                    Map.entry("web", List.of("org.apache.hc..", "javax.net.ssl..")));

    private Packages() {}

    /** The JDK as the domain may use it: {@code java..}, and the keyed hashes of {@code javax}. */
    static List<String> jdk() {
        return List.of("java..", "javax.crypto..", "org.jspecify..");
    }

    static String[] adapterPackages(String base) {
        return ADAPTERS.keySet().stream()
                .map(adapter -> base + "." + adapter + "..")
                .toArray(String[]::new);
    }

    /** The class itself, or for a nested class the one that its file is named after. */
    static JavaClass outermost(JavaClass type) {
        JavaClass here = type;
        while (here.getEnclosingClass().isPresent()) {
            here = here.getEnclosingClass().get();
        }
        return here;
    }

    /** In the file of a class whose name ends so, below {@code function}. */
    static DescribedPredicate<JavaClass> functionClassEnding(String base, String... endings) {
        return DescribedPredicate.describe(
                "a function's class ending with " + String.join(" or ", endings),
                type -> {
                    JavaClass outermost = outermost(type);
                    return outermost.getPackageName().startsWith(base + ".function.")
                            && List.of(endings).stream()
                                    .anyMatch(outermost.getSimpleName()::endsWith);
                });
    }

    private static List<String> aws(String service) {
        return with(SDK, "software.amazon.awssdk.services." + service + "..");
    }

    private static List<String> with(List<String> packages, String one) {
        return Stream.concat(packages.stream(), Stream.of(one)).toList();
    }
}
