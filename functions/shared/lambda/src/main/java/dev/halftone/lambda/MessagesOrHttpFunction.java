package dev.halftone.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A function behind the HTTP gateway and behind queues. Which of them an event is of, its own first
 * level says: what a person sends stands deeper.
 */
public final class MessagesOrHttpFunction implements Function<InputStream, byte[]> {
    private static final String OF_QUEUES = "Records";

    private final HttpFunction http;
    private final QueueFunction messages;

    public MessagesOrHttpFunction(HttpFunction http, QueueFunction messages) {
        this.http = http;
        this.messages = messages;
    }

    @Override
    public byte[] apply(InputStream input) {
        byte[] event = bytes(input);
        return isOfQueues(event)
                ? messages.apply(new ByteArrayInputStream(event))
                : http.apply(new ByteArrayInputStream(event));
    }

    private static boolean isOfQueues(byte[] event) {
        try (JsonParser parser = Json.MAPPER.createParser(event)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                if (parser.currentName().equals(OF_QUEUES)) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (JacksonException _) {
            // Whoever reads all of it says what is wrong.
            return false;
        }
    }

    private static byte[] bytes(InputStream input) {
        try {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
