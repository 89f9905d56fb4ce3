package dev.halftone.local.crash;

import dev.halftone.testing.crash.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpRequest;
import tools.jackson.databind.json.JsonMapper;

/** SQS: keeps each message until a handler succeeds with it, and hands it out at least once. */
final class QueueService implements Service {

    // As in infra/messaging.yaml.
    private static final Duration VISIBILITY_TIMEOUT = Duration.ofMinutes(24);
    private static final int RECEIVES_MAX = 5;
    private static final String JSON = "application/x-amz-json-1.0";

    private final Clock clock;
    private final List<Message> messages = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private int drops;

    /** A message that waits. */
    record Message(String id, String body, Instant visibleAt, int receives) {}

    QueueService(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String operation(SdkHttpRequest request) {
        return Service.target(request);
    }

    @Override
    public synchronized Reply answer(SdkHttpRequest request, byte[] body) {
        String text = text(body);
        String id = "message-" + sent.size();
        sent.add(text);
        if (drops > 0) {
            drops--;
        } else {
            int delay = JsonMapper.shared().readTree(body).path("DelaySeconds").asInt(0);
            messages.add(new Message(id, text, clock.instant().plusSeconds(delay), 0));
        }
        return sent(id, text);
    }

    static String text(byte[] body) {
        return JsonMapper.shared().readTree(body).path("MessageBody").asString();
    }

    /** What the sender hears. */
    static Reply sent(String id, String text) {
        return Reply.of(
                200,
                JSON,
                "{\"MessageId\":\"%s\",\"MD5OfMessageBody\":\"%s\"}".formatted(id, md5(text)));
    }

    @Override
    public Reply refuse(Fault.Refusal refusal, SdkHttpRequest request, byte[] body) {
        String type = refusal == Fault.Refusal.BROKEN ? "InternalError" : "RequestThrottled";
        return Reply.of(
                refusal == Fault.Refusal.BROKEN ? 500 : 400,
                JSON,
                "{\"__type\":\"com.amazonaws.sqs#%s\",\"message\":\"no\"}".formatted(type));
    }

    /** Loses what is sent next, as nobody promises it does not. */
    synchronized void dropNext() {
        drops++;
    }

    /** Every body ever sent. */
    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    /** The message that shows first, visible or not. */
    synchronized Optional<Message> first() {
        return messages.stream().min(Comparator.comparing(Message::visibleAt));
    }

    /** Hands out a message; if it is not deleted it comes back, until it has come too often. */
    synchronized Message receive(Message message) {
        messages.remove(message);
        Instant back = clock.instant().plus(VISIBILITY_TIMEOUT);
        Message out = new Message(message.id(), message.body(), back, message.receives() + 1);
        // After that it is a dead letter, for which nobody in a run looks.
        if (out.receives() <= RECEIVES_MAX) {
            messages.add(out);
        }
        return out;
    }

    synchronized void delete(Message message) {
        messages.remove(message);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
