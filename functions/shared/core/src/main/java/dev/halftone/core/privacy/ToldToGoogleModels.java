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
import java.util.stream.Stream;

/** What Google is told, by either way to its models. */
final class ToldToGoogleModels {

    private static final String IMAGE = "body.generationConfig.imageConfig.";

    static final List<List<Declaration>> MAP =
            Stream.of(
                            order(Recipient.GEMINI),
                            order(Recipient.VERTEX),
                            film(),
                            List.of(
                                    Declarations.of(Told.to(Recipient.GEMINI), NOBODY, OPERATION)
                                            .add(
                                                    "header.x-goog-api-key",
                                                    OPERATOR_SECRET,
                                                    "be known to Google")
                                            .add(
                                                    "query.pageSize",
                                                    NUMBER,
                                                    "see whether our key is good")
                                            .list(),
                                    Declarations.of(Told.to(Recipient.VERTEX), NOBODY, OPERATION)
                                            .add(
                                                    "header.authorization",
                                                    OPERATOR_SECRET,
                                                    "be known to Google")
                                            .add("body.grant_type", STATE, "get a token")
                                            .add("body.assertion", OPERATOR_SECRET, "get a token")
                                            .add(
                                                    IMAGE + "imageOutputOptions.mimeType",
                                                    STATE,
                                                    "get a picture without losses")
                                            .list()))
                    .flatMap(List::stream)
                    .toList();

    private ToldToGoogleModels() {}

    private static List<List<Declaration>> order(Recipient recipient) {
        return List.of(
                Declarations.of(Told.to(recipient), USER, CREATIVE_INPUT)
                        .add("body.contents[].parts[].text", PROMPT, "make the picture")
                        .add("body.contents[].role", STATE, "make the picture")
                        .add("body.contents[].parts[].inlineData.mimeType", STATE, Told.BROUGHT)
                        .add("body.contents[].parts[].inlineData.data", PICTURE, Told.BROUGHT)
                        .add(IMAGE + "aspectRatio", CHOICE, "make the picture")
                        .add(IMAGE + "imageSize", CHOICE, "make the picture")
                        .add(
                                "body.generationConfig.responseModalities[]",
                                STATE,
                                "get a picture and no text")
                        .list(),
                Declarations.of(Told.to(recipient), USER, WORK_MESSAGE)
                        .add("path", CHOICE, "name the model")
                        .list());
    }

    private static List<List<Declaration>> film() {
        return List.of(
                Declarations.of(Told.to(Recipient.VERTEX), USER, CREATIVE_INPUT)
                        .add("body.instances[].prompt", PROMPT, "make the film")
                        .add("body.parameters.sampleCount", NUMBER, "make one film")
                        .add("body.parameters.durationSeconds", NUMBER, "make the film")
                        .add("body.parameters.aspectRatio", CHOICE, "make the film")
                        .add("body.parameters.resolution", CHOICE, "make the film")
                        .add("body.parameters.generateAudio", CHOICE, "make a film that is heard")
                        .add("body.parameters.negativePrompt", PROMPT, "leave out what is unwanted")
                        .add("body.parameters.seed", NUMBER, "make the same once more")
                        .add("body.instances[].image.mimeType", STATE, Told.BROUGHT)
                        .add("body.instances[].image.bytesBase64Encoded", PICTURE, Told.BROUGHT)
                        .list(),
                Declarations.of(Told.to(Recipient.VERTEX), USER, WORK_MESSAGE)
                        .add("body.operationName", PROVIDER_REQUEST, "ask how the film stands")
                        .list());
    }
}
