package dev.halftone.creem;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A message in its envelope.
 *
 * @param object what it is about, as that was when it was written
 */
record CreemMessage(String id, String type, CreemObject object) {

    private static final int NAME_CHARACTERS_MAX = 100;

    /** Empty if it is none. Their own library reads either pair of names. */
    static Optional<CreemMessage> read(String body) {
        Optional<CreemObject> envelope = CreemAnswer.read(body.getBytes(StandardCharsets.UTF_8));
        Optional<String> id = envelope.flatMap(each -> each.id("id"));
        Optional<String> type =
                envelope.flatMap(each -> each.text("eventType").or(() -> each.text("type")))
                        .filter(text -> text.length() <= NAME_CHARACTERS_MAX);
        Optional<CreemObject> object =
                envelope.flatMap(each -> each.object("object").or(() -> each.object("data")));
        return id.isPresent() && type.isPresent() && object.isPresent()
                ? Optional.of(new CreemMessage(id.get(), type.get(), object.get()))
                : Optional.empty();
    }

    boolean isLive() {
        return object.word("mode").equals(CreemProtocol.LIVE_MODE);
    }
}
