package dev.halftone.secrets;

import dev.halftone.core.CallerIdentity;
import dev.halftone.core.TransientFailure;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Signs {@code GetCallerIdentity} of the region's token service with the function's own role.
 * (docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html)
 */
public final class AwsCallerIdentity implements CallerIdentity {

    private static final String SERVICE = "sts";
    private static final String ADDRESS =
            "https://sts.%s.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15";

    private final AwsCredentialsProvider credentials;
    private final Supplier<String> region;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    AwsCallerIdentity(AwsCredentialsProvider credentials, Supplier<String> region, Clock clock) {
        this.credentials = credentials;
        this.region = region;
        this.clock = clock;
    }

    /** Of whatever runs this; nothing is looked up before the first signature. */
    public static AwsCallerIdentity ofThisFunction(Clock clock) {
        return new AwsCallerIdentity(
                DefaultCredentialsProvider.builder().build(),
                () -> DefaultAwsRegionProviderChain.builder().build().getRegion().id(),
                clock);
    }

    @Override
    public SignedRequest sign(String header, String value) {
        String in = region.get();
        URI address = URI.create(ADDRESS.formatted(in));
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(address)
                        .putHeader(header, value)
                        .build();
        SdkHttpRequest signed =
                signer.sign(
                                sign ->
                                        sign.identity(identity())
                                                .request(request)
                                                .putProperty(
                                                        AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                                        SERVICE)
                                                .putProperty(AwsV4HttpSigner.REGION_NAME, in)
                                                .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                        .request();
        Map<String, String> headers = new TreeMap<>();
        signed.forEachHeader((name, values) -> headers.put(name, values.getFirst()));
        return new SignedRequest(address, signed.method().name(), headers);
    }

    private AwsCredentialsIdentity identity() {
        try {
            return credentials.resolveCredentials();
        } catch (SdkException e) {
            throw new TransientFailure(SERVICE, "no credentials of our own", e);
        }
    }
}
