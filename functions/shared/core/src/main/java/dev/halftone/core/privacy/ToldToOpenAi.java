package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREATIVE_INPUT;
import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Category.WORK_MESSAGE;
import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.DataSubject.USER;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.OPERATOR_SECRET;
import static dev.halftone.core.privacy.Kind.PICTURE;
import static dev.halftone.core.privacy.Kind.PROMPT;
import static dev.halftone.core.privacy.Kind.PSEUDONYM;
import static dev.halftone.core.privacy.Kind.STATE;

import java.util.List;

/** What OpenAI is told. */
final class ToldToOpenAi {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(Told.to(Recipient.OPENAI), USER, CREATIVE_INPUT)
                            .add("body.model", CHOICE, "name the model")
                            .add("body.prompt", PROMPT, "make the picture")
                            .add("body.images[].image_url", PICTURE, Told.BROUGHT)
                            .add("body.size", CHOICE, "make the picture")
                            .add("body.quality", STATE, "make the picture")
                            .add("body.n", NUMBER, "make one picture")
                            .add("body.output_format", STATE, "get a picture without losses")
                            .list(),
                    Declarations.of(Told.to(Recipient.OPENAI), USER, WORK_MESSAGE)
                            .add("path", STATE, "ask for a picture")
                            .add(
                                    "body.safety_identifier",
                                    PSEUDONYM,
                                    "let them see which requests are one person's")
                            .list(),
                    Declarations.of(Told.to(Recipient.OPENAI), NOBODY, OPERATION)
                            .add("header.authorization", OPERATOR_SECRET, "be known to OpenAI")
                            .list());

    private ToldToOpenAi() {}
}
