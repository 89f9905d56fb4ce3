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
import static dev.halftone.core.privacy.Kind.PROVIDER_REQUEST;
import static dev.halftone.core.privacy.Kind.STATE;

import java.util.List;

/** What GMI Cloud is told. */
final class ToldToGmi {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(Told.to(Recipient.GMI), USER, CREATIVE_INPUT)
                            .add("body.model", CHOICE, "name the model")
                            .add("body.payload.prompt", PROMPT, "make the picture")
                            .add("body.payload.size", CHOICE, "make the picture")
                            .add("body.payload.max_images", NUMBER, "make one picture")
                            .add(
                                    "body.payload.sequential_image_generation",
                                    STATE,
                                    "make one picture")
                            .add("body.payload.duration", NUMBER, "make a film of that length")
                            .add("body.payload.resolution", CHOICE, "make a film of that size")
                            .add("body.payload.ratio", CHOICE, "make a film of that shape")
                            .add("body.payload.prompt_extend", STATE, "keep the prompt as it is")
                            .add("body.payload.output_format", STATE, "lose nothing of a picture")
                            .add("body.payload.watermark", CHOICE, "get a sign of theirs, or none")
                            .add("body.payload.audio", CHOICE, "make a film that is heard")
                            .add(
                                    "body.payload.negative_prompt",
                                    PROMPT,
                                    "leave out what is unwanted")
                            .add("body.payload.image[]", PICTURE, Told.BROUGHT)
                            .add("body.payload.first_frame", PICTURE, Told.BROUGHT)
                            .list(),
                    Declarations.of(Told.to(Recipient.GMI), USER, WORK_MESSAGE)
                            .add("path", STATE, PROVIDER_REQUEST, "name the work")
                            .add("body.payload.seed", NUMBER, "find a lost order in their list")
                            .add("query.model_id", CHOICE, "find a lost order in their list")
                            .list(),
                    Declarations.of(Told.to(Recipient.GMI), NOBODY, OPERATION)
                            .add("header.authorization", OPERATOR_SECRET, "be known to GMI Cloud")
                            .add("query.limit", NUMBER, "see whether our key is good")
                            .list());

    private ToldToGmi() {}
}
