package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREATIVE_INPUT;
import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Category.WORK_MESSAGE;
import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.DataSubject.USER;
import static dev.halftone.core.privacy.Kind.ADDRESS;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.GENERATION_ID;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.OPERATOR_SECRET;
import static dev.halftone.core.privacy.Kind.PICTURE;
import static dev.halftone.core.privacy.Kind.PROMPT;
import static dev.halftone.core.privacy.Kind.PROVIDER_REQUEST;
import static dev.halftone.core.privacy.Kind.STATE;

import java.util.List;

/** What Hedra and Luma are told. */
final class ToldToHedraAndLuma {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(Told.to(Recipient.HEDRA), USER, CREATIVE_INPUT)
                            .add("body.input.prompt", PROMPT, "make the picture")
                            .add("body.input.aspect_ratio", CHOICE, "make the picture")
                            .add("body.input.resolution", CHOICE, "make the picture")
                            .add("body.input.duration_ms", NUMBER, "make a film of that length")
                            .add("body.input.images[].source", STATE, Told.BROUGHT)
                            .add("body.input.images[].url", ADDRESS, Told.BROUGHT)
                            .add("body.input.start_image.source", STATE, Told.BROUGHT)
                            .add("body.input.start_image.url", ADDRESS, Told.BROUGHT)
                            .add("body.input.audio.source", STATE, Told.BROUGHT)
                            .add("body.input.audio.url", ADDRESS, Told.BROUGHT)
                            .add("body", PICTURE, Told.BROUGHT)
                            .list(),
                    Declarations.of(Told.to(Recipient.HEDRA), USER, WORK_MESSAGE)
                            .add("path", CHOICE, PROVIDER_REQUEST, "name the model or the work")
                            .add("body.idempotency_key", GENERATION_ID, "order the same once")
                            .add("body.webhook", ADDRESS, GENERATION_ID, "be called back")
                            .list(),
                    Declarations.of(Told.to(Recipient.HEDRA), NOBODY, OPERATION)
                            .add("header.authorization", OPERATOR_SECRET, "be known to Hedra")
                            .list(),
                    Declarations.of(Told.to(Recipient.LUMA), USER, CREATIVE_INPUT)
                            .add("body.model", CHOICE, "name the model")
                            .add("body.type", CHOICE, "get a picture, or a film")
                            .add("body.prompt", PROMPT, "make the picture")
                            .add("body.aspect_ratio", CHOICE, "make the picture")
                            .add("body.output_format", STATE, "lose nothing of a picture")
                            .add("body.video.resolution", CHOICE, "make a film of that size")
                            .add("body.video.duration", NUMBER, "make a film of that length")
                            .add("body.video.start_frame.data", PICTURE, Told.BROUGHT)
                            .add("body.video.start_frame.media_type", STATE, Told.BROUGHT)
                            .add("body.image_ref[].data", PICTURE, Told.BROUGHT)
                            .add("body.image_ref[].media_type", STATE, Told.BROUGHT)
                            .list(),
                    Declarations.of(Told.to(Recipient.LUMA), USER, WORK_MESSAGE)
                            .add("path", STATE, PROVIDER_REQUEST, "name the work")
                            .add("query.expires", NUMBER, "fetch a result as its address says")
                            .add("query.signature", STATE, "fetch a result as its address says")
                            .list(),
                    Declarations.of(Told.to(Recipient.LUMA), NOBODY, OPERATION)
                            .add("header.authorization", OPERATOR_SECRET, "be known to Luma")
                            .list(),
                    Declarations.of(Told.to(Recipient.DREAM_MACHINE), USER, CREATIVE_INPUT)
                            .add("body.model", CHOICE, "name the model")
                            .add("body.prompt", PROMPT, "make the picture")
                            .add("body.aspect_ratio", CHOICE, "make the picture")
                            .add("body.format", STATE, "lose nothing of a picture")
                            .add("body.resolution", CHOICE, "make a film of that size")
                            .add("body.duration", NUMBER, "make a film of that length")
                            .list(),
                    Declarations.of(Told.to(Recipient.DREAM_MACHINE), USER, WORK_MESSAGE)
                            .add("path", STATE, PROVIDER_REQUEST, "name the work")
                            .add("body.callback_url", ADDRESS, GENERATION_ID, "be called back")
                            .list(),
                    Declarations.of(Told.to(Recipient.DREAM_MACHINE), NOBODY, OPERATION)
                            .add("header.authorization", OPERATOR_SECRET, "be known to Luma")
                            .add("query.limit", NUMBER, "find a lost order in their list")
                            .add("query.offset", NUMBER, "find a lost order in their list")
                            .list());

    private ToldToHedraAndLuma() {}
}
