package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.json.JsonMapper;

class QueueEventTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Message> MESSAGES = List.of(message("a"), message("b"), message("c"));

    private final QueueEvent events = new QueueEvent(JSON);

    @Test
    void writesABatchAsLambdaHandsItOver() {
        String event = events.write(List.of(message("a")), "arn:aws:sqs:us-east-1:0:things");

        assertThat(JSON.readTree(event))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"Records":[{
                                  "messageId":"a",
                                  "receiptHandle":"receipt-a",
                                  "body":"{}",
                                  "attributes":{"ApproximateReceiveCount":"1"},
                                  "messageAttributes":{},
                                  "md5OfBody":"md5",
                                  "eventSource":"aws:sqs",
                                  "eventSourceARN":"arn:aws:sqs:us-east-1:0:things",
                                  "awsRegion":"us-east-1"}]}
                                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
    void takesSilenceForSuccess(String answer) {
        assertThat(events.succeeded(MESSAGES, answer)).isEqualTo(MESSAGES);
    }

    @Test
    void keepsOnlyTheMessagesThatFailed() {
        assertThat(
                        events.succeeded(
                                MESSAGES, "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}"))
                .extracting(Message::messageId)
                .containsExactly("a", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"z\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"wrong\":\"a\"}]}",
                "not json"
            })
    void keepsAllWhenTheFailureCannotBePlaced(String answer) {
        assertThat(events.succeeded(MESSAGES, answer)).isEmpty();
    }

    private static Message message(String id) {
        return Message.builder()
                .messageId(id)
                .receiptHandle("receipt-" + id)
                .body("{}")
                .md5OfBody("md5")
                .attributes(Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"))
                .build();
    }
}
