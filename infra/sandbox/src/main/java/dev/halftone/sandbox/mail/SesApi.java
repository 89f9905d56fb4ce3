package dev.halftone.sandbox.mail;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SendEmail of the SES API v2: takes one simple letter to one reader, and refuses all else. */
public final class SesApi implements Handler {

    private static final String SEND = "v2/email/outbound-emails";
    // An address at this domain is refused, as SES refuses what it will not send.
    private static final String REJECTED = "@rejected.example";

    private final Inbox inbox;
    private final Clock clock;

    public SesApi(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        if (!exchange.method().equals("POST") || !path.equals(SEND)) {
            refuse(exchange, 404, "NotFoundException", "Only SendEmail is here");
            return;
        }
        JsonNode input;
        try {
            input = JsonMapper.shared().readTree(exchange.body());
        } catch (JacksonException _) {
            refuse(exchange, 400, "BadRequestException", "Not JSON");
            return;
        }
        JsonNode readers = input.at("/Destination/ToAddresses");
        JsonNode letter = input.at("/Content/Simple");
        Delivered delivered =
                new Delivered(
                        UUID.randomUUID().toString(),
                        input.path("FromEmailAddress").asString(""),
                        readers.path(0).asString(""),
                        letter.at("/Subject/Data").asString(""),
                        letter.at("/Body/Text/Data").asString(""),
                        letter.at("/Body/Html/Data").asString(""),
                        clock.instant());
        if (readers.size() != 1
                || delivered.from().isBlank()
                || delivered.subject().isBlank()
                || delivered.text().isBlank()) {
            refuse(exchange, 400, "BadRequestException", "A letter has sender, reader and words");
        } else if (delivered.to().endsWith(REJECTED)) {
            refuse(exchange, 400, "MessageRejected", "Email address is not verified");
        } else {
            inbox.put(delivered);
            exchange.json(200, Map.of("MessageId", delivered.id()));
        }
    }

    private static void refuse(Exchange exchange, int status, String type, String message)
            throws IOException {
        exchange.with("x-amzn-ErrorType", type).json(status, Map.of("message", message));
    }
}
