package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREATIVE_INPUT;
import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Category.SESSION;
import static dev.halftone.core.privacy.Category.UPLOADED_MEDIA;
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
import static dev.halftone.core.privacy.Kind.SIGN_IN_SECRET;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Kind.UPLOAD;

import java.util.List;
import java.util.function.Function;

/** What others are told. */
final class Told {

    /** Why others get what people upload. */
    static final String BROUGHT = "start from what was brought along";

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(to(Recipient.FAL), USER, CREATIVE_INPUT)
                            .add("body.prompt", PROMPT, "make the picture")
                            .add("body.aspect_ratio", CHOICE, "make the picture")
                            .add("body.resolution", CHOICE, "make the picture")
                            .add("body.image_size.width", CHOICE, "make the picture")
                            .add("body.image_size.height", CHOICE, "make the picture")
                            .add("body.duration", CHOICE, "make the film")
                            .add("body.generate_audio", CHOICE, "make a film with or without sound")
                            .add("body.negative_prompt", PROMPT, "leave out what is unwanted")
                            .add("body.seed", NUMBER, "make the same once more")
                            .add("body.image_urls[]", PICTURE, BROUGHT)
                            .add("body.image_url", PICTURE, BROUGHT)
                            .add("body.video_url", PICTURE, BROUGHT)
                            .add("body.audio_url", PICTURE, BROUGHT)
                            .add("body.model", STATE, "have this model move the lips")
                            .add("body.sync_mode", STATE, "get the whole film")
                            .add("body.num_images", NUMBER, "make one picture")
                            .add("body.output_format", STATE, "get a picture without losses")
                            .list(),
                    Declarations.of(to(Recipient.FAL), USER, WORK_MESSAGE)
                            .add("path", CHOICE, PROVIDER_REQUEST, "name the model or the work")
                            .add("query.fal_webhook", ADDRESS, GENERATION_ID, "be called back")
                            .list(),
                    Declarations.of(to(Recipient.FAL), NOBODY, OPERATION)
                            .add("query.logs", NUMBER, "ask for no logs")
                            .add("header.authorization", OPERATOR_SECRET, "be known to fal.ai")
                            .add("header.x-fal-store-io", STATE, "have the prompt forgotten")
                            .add(
                                    "header.x-fal-object-lifecycle-preference",
                                    NUMBER,
                                    "have the picture forgotten")
                            .add("header.x-app-fal-disable-fallback", STATE, "get this model only")
                            .list(),
                    Declarations.of(to(Recipient.NAMED_HOST), USER, UPLOADED_MEDIA)
                            .add("path", UPLOAD, "fetch what a person names")
                            .list(),
                    Declarations.of(to(Recipient.GOOGLE), USER, SESSION)
                            .add("redirect.response_type", STATE, "sign in")
                            .add("redirect.client_id", STATE, "say who asks")
                            .add("redirect.redirect_uri", ADDRESS, "come back here")
                            .add("redirect.scope", STATE, "learn address, name and picture")
                            .add("redirect.state", SIGN_IN_SECRET, "come back to this browser")
                            .add("redirect.nonce", SIGN_IN_SECRET, "get a proof for this sign-in")
                            .add("redirect.code_challenge", SIGN_IN_SECRET, "be the one who asked")
                            .add("redirect.code_challenge_method", STATE, "be the one who asked")
                            .add("redirect.prompt", STATE, "let people choose their account")
                            .add("path", STATE, "ask the right question")
                            .add("body.grant_type", STATE, "exchange the code")
                            .add("body.code", SIGN_IN_SECRET, "exchange the code")
                            .add("body.code_verifier", SIGN_IN_SECRET, "be the one who asked")
                            .add("body.redirect_uri", ADDRESS, "be the one who asked")
                            .add("body.client_id", STATE, "say who asks")
                            .list(),
                    Declarations.of(to(Recipient.GOOGLE), NOBODY, OPERATION)
                            .add("body.client_secret", OPERATOR_SECRET, "be known to Google")
                            .list());

    private Told() {}

    static Function<String, Place> to(Recipient recipient) {
        return field -> new Place.Sent(recipient.title(), field);
    }
}
