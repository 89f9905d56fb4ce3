package dev.halftone.sqs;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** One queue, and what can go wrong with it. */
record SqsQueue(SqsClient client, URI url) {

    private static final String DEPENDENCY = "sqs";
    private static final Duration DELAY_MAX = Duration.ofMinutes(15);

    void send(String body, Duration delay) {
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("A delay is at most 15 minutes");
        }
        try {
            client.sendMessage(
                    send ->
                            send.queueUrl(url.toString())
                                    .messageBody(body)
                                    .delaySeconds(wholeSeconds(delay)));
        } catch (SdkException e) {
            throw translated(e);
        }
    }

    /** Rounded up: a message that comes early finds nothing due and is wasted. */
    private static int wholeSeconds(Duration delay) {
        return Math.toIntExact(delay.plusNanos(999_999_999).toSeconds());
    }

    static RuntimeException translated(SdkException e) {
        return switch (e) {
            case SdkClientException _ -> new TransientFailure(DEPENDENCY, "no answer", e);
            case QueueDoesNotExistException _ -> new PermanentFailure(DEPENDENCY, "no queue", e);
            case AwsServiceException service
                    when service.isThrottlingException() || service.statusCode() >= 500 ->
                    new TransientFailure(DEPENDENCY, "overloaded", e);
            default -> e;
        };
    }
}
