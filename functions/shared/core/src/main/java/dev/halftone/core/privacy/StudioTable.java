package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREATIVE_INPUT;
import static dev.halftone.core.privacy.Category.GENERATED_MEDIA;
import static dev.halftone.core.privacy.Category.GENERATION_RECORD;
import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Kind.ACCOUNT_ID;
import static dev.halftone.core.privacy.Kind.ADDRESS;
import static dev.halftone.core.privacy.Kind.ASSET_ID;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CALL;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.CREDITS;
import static dev.halftone.core.privacy.Kind.GENERATION_ID;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.PROMPT;
import static dev.halftone.core.privacy.Kind.PROVIDER_REQUEST;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Kind.TRACE;
import static dev.halftone.core.privacy.Kind.USER_ID;
import static dev.halftone.core.privacy.Table.STUDIO;

import java.util.List;

/** What people asked for, and how the work went. */
final class StudioTable {

    private static final String GENERATION = "GENERATION";
    private static final String STATUS = "stateDetail.request.links.status_url";
    private static final String RESPONSE = "stateDetail.request.links.response_url";
    private static final String LOCATION = "stateDetail.results[].location";
    private static final String CANCEL = "stateDetail.request.links.cancel_url";

    private static final String STEP = "steps[].";
    private static final String SETTINGS = "settings.";
    private static final String GUIDANCE = SETTINGS + "guidance.";
    private static final String ERASURE = "stateDetail.toErase.";
    private static final String RECEIPT = "stateDetail.receipts[].";

    private static final String CONTENT_HASH = "stateDetail.media[].contentSha256";

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(STUDIO, GENERATION, CREATIVE_INPUT)
                            .add("prompt", PROMPT, "make the picture, and show what was asked")
                            .add("model", CHOICE, "make the picture")
                            .add("aspectRatio", CHOICE, "make the picture")
                            .add("resolution", CHOICE, "make the picture")
                            .add("durationSeconds", CHOICE, "make the film")
                            .add("audio", CHOICE, "make a film that is heard")
                            .add("task", CHOICE, "write what was asked for")
                            .add(SETTINGS + "negativePrompt", PROMPT, "leave out what is unwanted")
                            .add(SETTINGS + "seed", NUMBER, "make the same once more")
                            .add(SETTINGS + "inputs[].role", CHOICE, "start from what was brought")
                            .add(
                                    SETTINGS + "inputs[].asset",
                                    ASSET_ID,
                                    "start from what was brought")
                            .add(SETTINGS + "inputs[].type", STATE, "start from what was brought")
                            .add(SETTINGS + "watermark", CHOICE, "put a mark in where it is wanted")
                            .add(SETTINGS + "direction", PROMPT, "make it look as it was asked to")
                            .add(SETTINGS + "originalPrompt", PROMPT, "show what was first said")
                            .add(GUIDANCE + "project", CHOICE, "know the same order again")
                            .add(GUIDANCE + "look", PROMPT, "make it look like its project")
                            .add(GUIDANCE + "brief", CHOICE, "show which character it is")
                            .add(GUIDANCE + "briefVersion", NUMBER, "show which wording it is")
                            .add(GUIDANCE + "character", PROMPT, "show which character it is")
                            .add(GUIDANCE + "description", PROMPT, "make the character the same")
                            .add(GUIDANCE + "attributes.*", PROMPT, "make it as was decided")
                            .list(),
                    Declarations.of(STUDIO, GENERATION, GENERATION_RECORD)
                            .add("pk", GENERATION_ID, "find the generation")
                            .add("sk", BOOKKEEPING, "tell it from what else will be kept of it")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("ownerId", USER_ID, "show it to its owner, and to nobody else")
                            .add("projectId", CHOICE, "find what belongs together")
                            .add("removedAt", MOMENT, "not bring back what was removed")
                            .add("historyOrder", MOMENT, GENERATION_ID, "list the newest first")
                            .add("accountId", ACCOUNT_ID, "charge or give back its credits")
                            .add("credits", CREDITS, "charge the promised price")
                            .add("priceVersion", STATE, "say which price list that was")
                            .add("traceId", TRACE, "find every step of what a person did")
                            .add("createdAt", MOMENT, "show when it was asked for")
                            .add("deadline", MOMENT, "give the credits back at last")
                            .add("cancelRequested", STATE, "stop when its owner asks")
                            .add("state", STATE, "show how it stands")
                            .add("assigned", STATE, "know which provider has it")
                            .add("declined[]", STATE, "ask nobody twice who has declined it")
                            .add("direct", STATE, "wake the right worker")
                            .add("assignedCost", NUMBER, "know what it earns")
                            .add("countedCost", NUMBER, "know what it counts as")
                            .add("ownCost", NUMBER, "know what it earns")
                            .add("worth", NUMBER, "know what it earns")
                            .add("stage", STATE, "wake the worker that it waits for")
                            .add("dueShard", BOOKKEEPING, "find what is overdue")
                            .add("dueAt", MOMENT, "find what is overdue")
                            .add(STEP + "kind", STATE, "show what happened to its credits")
                            .add(STEP + "at", MOMENT, "show when that was")
                            .add(STEP + "provider", STATE, "show who had it when")
                            .add(STEP + "why", STATE, "show why an attempt came to nothing")
                            .add(STEP + "rule", STATE, "say why credits went or came back")
                            .add("stepsLeftOut", NUMBER, "say that not every step is kept")
                            .add("revision", NUMBER, "let one worker win")
                            .add("claim", CALL, "let a worker know its own change")
                            .add("plan", STATE, "say by which plan it was counted")
                            .add("safety.rule", STATE, "show that its words were judged")
                            .add("safety.checker", STATE, "show who judged them")
                            .add("safety.at", MOMENT, "show when they were judged")
                            .list(),
                    Declarations.of(STUDIO, "PROJECT", CREATIVE_INPUT)
                            .add("pk", USER_ID, "show it to its owner, and to nobody else")
                            .add("sk", BOOKKEEPING, "tell it from the owner's others")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("name", PROMPT, "show which project it is")
                            .add("direction", PROMPT, "make everything in it look alike")
                            .add("createdAt", MOMENT, "show when it began")
                            .list(),
                    Declarations.of(STUDIO, "COUNT", OPERATION)
                            .add("pk", USER_ID, "bound what one person keeps")
                            .add("sk", BOOKKEEPING, "tell it from what is counted")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("projects", NUMBER, "bound how many there are")
                            .add("briefs", NUMBER, "bound how many there are")
                            .add("storyboards", NUMBER, "bound how many there are")
                            .list(),
                    wordings("BRIEF"),
                    wordings("WORDING"),
                    StoryboardItems.STORYBOARD,
                    StoryboardItems.TAKE,
                    Declarations.of(STUDIO, "SHARE", GENERATION_RECORD)
                            .add("pk", GENERATION_ID, "find what the link shows")
                            .add("sk", BOOKKEEPING, "tell which of its results")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("createdAt", MOMENT, "tell it from an earlier link")
                            .add("countedUntil", MOMENT, "end the link, and remove it")
                            .list(),
                    Declarations.of(STUDIO, "REFUSED", GENERATION_RECORD)
                            .add("pk", USER_ID, "explain it to whom it met")
                            .add("sk", GENERATION_ID, "keep one of each request")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("rule", STATE, "say which rule was broken")
                            .add("checker", STATE, "say who judged")
                            .add("at", MOMENT, "say when it was judged")
                            .add("countedUntil", MOMENT, "remove it after a month")
                            .list(),
                    Declarations.of(STUDIO, "SPENT", OPERATION)
                            .add("pk", USER_ID, "bound what one person spends")
                            .add("sk", MOMENT, "begin anew each month")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("day*", NUMBER, "bound what is spent in a day")
                            .add("month", NUMBER, "bound what is spent in a month")
                            .add("made", NUMBER, "hold a plan to what it has room for")
                            .add("made*", NUMBER, "hold a plan to what it has room for")
                            .add("countedUntil", MOMENT, "remove it once it is over")
                            .list(),
                    Declarations.of(STUDIO, GENERATION, GENERATION_RECORD)
                            .add("stateDetail.dueAt", MOMENT, "know when to look again")
                            .add("stateDetail.submissions", NUMBER, "not submit for ever")
                            .add("stateDetail.polls", NUMBER, "ask more rarely")
                            .add("stateDetail.queuePosition", NUMBER, "show how long it takes")
                            .add("stateDetail.attempts", NUMBER, "not copy for ever")
                            .add("stateDetail.rejections", NUMBER, "not copy what is bad for ever")
                            .add("stateDetail.endedAt", MOMENT, "show when it ended")
                            .add("stateDetail.free", STATE, "show that it cost nothing")
                            .add("stateDetail.reason", STATE, "say why it failed")
                            .add("stateDetail.detail", STATE, "let operators see why it failed")
                            .add("stateDetail.side", STATE, "say what a provider's rules refused")
                            .add("stateDetail.rule", STATE, "let operators see by which rule")
                            .add("stateDetail.request.provider", STATE, "ask the right provider")
                            .add("stateDetail.request.id", PROVIDER_REQUEST, "ask about this work")
                            .add(STATUS, ADDRESS, PROVIDER_REQUEST, "ask how it stands")
                            .add(RESPONSE, ADDRESS, PROVIDER_REQUEST, "fetch the result")
                            .add(CANCEL, ADDRESS, PROVIDER_REQUEST, "ask to stop")
                            .add("stateDetail.request.links.model", CHOICE, "ask how it stands")
                            .add(LOCATION, ADDRESS, PROVIDER_REQUEST, "copy the picture")
                            .add("stateDetail.results[].contentType", STATE, "copy the picture")
                            .list(),
                    Declarations.of(STUDIO, GENERATION, GENERATION_RECORD)
                            .add(ERASURE + "request.provider", STATE, "ask the right provider")
                            .add(ERASURE + "request.id", PROVIDER_REQUEST, "have it erased there")
                            .add(ERASURE + "dueAt", MOMENT, "know when to ask again")
                            .add(ERASURE + "tries", NUMBER, "not ask for ever")
                            .add(RECEIPT + "provider", STATE, "show who had it")
                            .add(RECEIPT + "part", STATE, "show what of it")
                            .add(RECEIPT + "manner", STATE, "show what became of it there")
                            .add(RECEIPT + "at", MOMENT, "show when that was, or will be")
                            .list(),
                    Declarations.of(
                                    path ->
                                            new Place.Attribute(
                                                    STUDIO.logicalId(), "CIRCUIT", path),
                                    DataSubject.NOBODY,
                                    OPERATION)
                            .add("pk", STATE, "say which provider and endpoint")
                            .add("sk", BOOKKEEPING, "tell it from generations")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("circuit", STATE, "keep orders from where they would fail")
                            .add("failures", NUMBER, "know when to keep them back")
                            .add("openings", NUMBER, "know for how long")
                            .add("changesAt", MOMENT, "know until when")
                            .add("revision", NUMBER, "let one order try")
                            .list(),
                    EndedItems.ENDED,
                    AssetItems.ASSETS,
                    AssetItems.STORED,
                    Declarations.of(STUDIO, GENERATION, GENERATED_MEDIA)
                            .add("stateDetail.media[].key", USER_ID, GENERATION_ID, "find it")
                            .add("stateDetail.media[].contentType", STATE, "show it")
                            .add("stateDetail.media[].width", NUMBER, "show it")
                            .add("stateDetail.media[].height", NUMBER, "show it")
                            .add("stateDetail.media[].durationMillis", NUMBER, "show it")
                            .add("stateDetail.media[].document", PROMPT, "show it")
                            .add("stateDetail.media[].bytes", NUMBER, "show how large it is")
                            .add("stateDetail.media[].sha256", BOOKKEEPING, "prove it is unchanged")
                            .add(CONTENT_HASH, BOOKKEEPING, "prove what came before our mark")
                            .list());

    private StudioTable() {}

    /** One wording of a character. */
    private static List<Declaration> wordings(String item) {
        return Declarations.of(STUDIO, item, CREATIVE_INPUT)
                .add("pk", USER_ID, "show it to its owner, and to nobody else")
                .add("sk", BOOKKEEPING, "tell it from the owner's others")
                .add("v", BOOKKEEPING, "read the rest as it was written")
                .add("name", PROMPT, "show which character it is")
                .add("text", PROMPT, "make the character look as its owner wants")
                .add("number", NUMBER, "say which wording it is")
                .add("writtenAt", MOMENT, "show when it was written")
                .list();
    }
}
