package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREATIVE_INPUT;
import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Category.WORK_MESSAGE;
import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.DataSubject.USER;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.OPERATOR_SECRET;
import static dev.halftone.core.privacy.Kind.PROMPT;
import static dev.halftone.core.privacy.Kind.STATE;

import java.util.List;

/** What the operator's language model is told: a person's words, and what to do with them. */
final class ToldToLanguageModel {

    private static final String FORMAT = "body.response_format.";
    private static final String SCHEMA = FORMAT + "json_schema.schema.";
    private static final String SHOT = SCHEMA + "properties.shots.items.";
    private static final String FORM = "get a document of one form";

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(Told.to(Recipient.LANGUAGE_MODEL), USER, CREATIVE_INPUT)
                            .add("body.model", CHOICE, "name the model")
                            .add("body.messages[].role", STATE, "tell the task from the words")
                            .add("body.messages[].content", PROMPT, "write what was asked for")
                            .list(),
                    Declarations.of(Told.to(Recipient.LANGUAGE_MODEL), USER, WORK_MESSAGE)
                            .add("path", STATE, "ask for a text")
                            .list(),
                    Declarations.of(Told.to(Recipient.LANGUAGE_MODEL), NOBODY, OPERATION)
                            .add("header.authorization", OPERATOR_SECRET, "be known there")
                            .add("body.max_tokens", NUMBER, "get no more than can be read")
                            .add("body.max_completion_tokens", NUMBER, "say the same elsewhere")
                            .add(FORMAT + "type", STATE, FORM)
                            .add(FORMAT + "json_schema.name", STATE, FORM)
                            .add(FORMAT + "json_schema.strict", STATE, FORM)
                            .add(SCHEMA + "type", STATE, FORM)
                            .add(SCHEMA + "required[]", STATE, FORM)
                            .add(SCHEMA + "additionalProperties", STATE, FORM)
                            .add(SCHEMA + "properties.title.type", STATE, FORM)
                            .add(SCHEMA + "properties.title.description", STATE, FORM)
                            .add(SCHEMA + "properties.prompt.type", STATE, FORM)
                            .add(SCHEMA + "properties.prompt.description", STATE, FORM)
                            .add(SCHEMA + "properties.shots.type", STATE, FORM)
                            .add(SCHEMA + "properties.shots.description", STATE, FORM)
                            .add(SHOT + "type", STATE, FORM)
                            .add(SHOT + "required[]", STATE, FORM)
                            .add(SHOT + "additionalProperties", STATE, FORM)
                            .add(SHOT + "properties.title.type", STATE, FORM)
                            .add(SHOT + "properties.title.description", STATE, FORM)
                            .add(SHOT + "properties.prompt.type", STATE, FORM)
                            .add(SHOT + "properties.prompt.description", STATE, FORM)
                            .add(SHOT + "properties.seconds.type", STATE, FORM)
                            .add(SHOT + "properties.seconds.description", STATE, FORM)
                            .list());

    private ToldToLanguageModel() {}
}
