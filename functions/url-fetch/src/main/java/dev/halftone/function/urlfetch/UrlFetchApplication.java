package dev.halftone.function.urlfetch;

import dev.halftone.core.asset.AssetWork;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.Nobody;
import dev.halftone.lambda.QueueFunction;
import dev.halftone.s3.S3AssetFiles;
import dev.halftone.s3.S3Clients;
import dev.halftone.sqs.SqsAssetQueue;
import dev.halftone.sqs.SqsClients;
import dev.halftone.web.PinnedWeb;
import dev.halftone.web.SystemHostNames;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Composes the function. */
public class UrlFetchApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        UrlFetchConfig config = UrlFetchConfig.from(environment);
        return new QueueFunction(new UrlFetchFunction(config.rules(), ports(config)));
    }

    /** The real adapters; tests put others in their place. */
    UrlFetchPorts ports(UrlFetchConfig config) {
        return new UrlFetchPorts(
                primed(
                        new S3AssetFiles(s3(), S3Clients.presigner(), config.mediaBucket()),
                        files -> files.address(Nobody.ASSET)),
                new SystemHostNames(),
                primed(new PinnedWeb(), PinnedWeb::prime),
                primed(
                        new SqsAssetQueue(
                                sqs(), Map.of(AssetWork.Task.CHECK, config.intakeQueueUrl())),
                        SqsAssetQueue::prime),
                Environment.clock(Clock.systemUTC()));
    }

    // The ways out of this function, for whoever must stand in them.

    protected S3Client s3() {
        return S3Clients.create();
    }

    protected SqsClient sqs() {
        return SqsClients.create();
    }
}
