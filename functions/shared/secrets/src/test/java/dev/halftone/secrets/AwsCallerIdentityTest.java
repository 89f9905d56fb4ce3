package dev.halftone.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.CallerIdentity.SignedRequest;
import dev.halftone.core.TransientFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Protects: what we give away proves our role for one recipient. Method: the signature is computed
 * once more by the rule (Signature Version 4), and that computation is held by AWS's own example.
 */
class AwsCallerIdentityTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);
    private static final String EMPTY = sha256("");
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/eu-west-1/sts/aws4_request, "
                            + "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    private final AwsCallerIdentity identity =
            new AwsCallerIdentity(
                    StaticCredentialsProvider.create(
                            AwsSessionCredentials.create("AKIDEXAMPLE", SECRET, "a-session")),
                    () -> "eu-west-1",
                    CLOCK);

    @Test
    void signsTheQuestionWhoWeAreForOneRecipient() {
        SignedRequest request = identity.sign("x-goog-cloud-target-resource", "//iam/provider");

        assertThat(request.url())
                .isEqualTo(
                        URI.create(
                                "https://sts.eu-west-1.amazonaws.com"
                                        + "?Action=GetCallerIdentity&Version=2011-06-15"));
        assertThat(request.method()).isEqualTo("POST");
        Map<String, String> headers = lowerCase(request.headers());
        assertThat(headers)
                .containsEntry("x-goog-cloud-target-resource", "//iam/provider")
                .containsEntry("x-amz-security-token", "a-session")
                .containsEntry("host", "sts.eu-west-1.amazonaws.com");
        Matcher authorization = AUTHORIZATION.matcher(headers.get("authorization"));
        assertThat(authorization.matches()).isTrue();
        assertThat(authorization.group(1).split(";"))
                .contains("host", "x-amz-date", "x-amz-security-token")
                .contains("x-goog-cloud-target-resource");
        assertThat(authorization.group(2))
                .isEqualTo(
                        signature(
                                "POST",
                                "Action=GetCallerIdentity&Version=2011-06-15",
                                signed(headers, authorization.group(1)),
                                "eu-west-1/sts"));
    }

    @Test
    void saysThatItHasNoCredentialsNow() {
        AwsCallerIdentity nobody =
                new AwsCallerIdentity(
                        () -> {
                            throw SdkClientException.create("no credentials");
                        },
                        () -> "eu-west-1",
                        CLOCK);

        assertThatThrownBy(() -> nobody.sign("x-target", "somebody"))
                .isInstanceOf(TransientFailure.class);
    }

    /** "get-vanilla" of AWS's test suite for Signature Version 4. */
    @Test
    void computesWhatAwsComputes() {
        assertThat(
                        signature(
                                "GET",
                                "",
                                new TreeMap<>(
                                        Map.of(
                                                "host", "example.amazonaws.com",
                                                "x-amz-date", "20150830T123600Z")),
                                "us-east-1/service"))
                .isEqualTo("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    private static SortedMap<String, String> signed(Map<String, String> headers, String names) {
        return Arrays.stream(names.split(";", -1))
                .collect(
                        Collectors.toMap(
                                name -> name, headers::get, (first, _) -> first, TreeMap::new));
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                each -> each.getKey().toLowerCase(Locale.ROOT),
                                Map.Entry::getValue));
    }

    private static String signature(
            String method, String query, SortedMap<String, String> headers, String scope) {
        String canonical =
                method
                        + "\n/\n"
                        + query
                        + "\n"
                        + headers.entrySet().stream()
                                .map(each -> each.getKey() + ":" + each.getValue() + "\n")
                                .collect(Collectors.joining())
                        + "\n"
                        + String.join(";", headers.keySet())
                        + "\n"
                        + EMPTY;
        String toSign =
                "AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/"
                        + scope
                        + "/aws4_request\n"
                        + sha256(canonical);
        byte[] key = hmac(("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8), "20150830");
        for (String part : (scope + "/aws4_request").split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
