package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.BROWSER_MEMORY;
import static dev.halftone.core.privacy.Category.GENERATED_MEDIA;
import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Category.SESSION;
import static dev.halftone.core.privacy.Category.UPLOADED_MEDIA;
import static dev.halftone.core.privacy.Category.WORK_MESSAGE;
import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.DataSubject.USER;
import static dev.halftone.core.privacy.Kind.ADDRESS;
import static dev.halftone.core.privacy.Kind.ASSET_ID;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.GENERATION_ID;
import static dev.halftone.core.privacy.Kind.OPERATOR_SECRET;
import static dev.halftone.core.privacy.Kind.PICTURE;
import static dev.halftone.core.privacy.Kind.PROMPT;
import static dev.halftone.core.privacy.Kind.PROVIDER_REQUEST;
import static dev.halftone.core.privacy.Kind.SESSION_SECRET;
import static dev.halftone.core.privacy.Kind.SIGN_IN_SECRET;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Kind.TRACE;
import static dev.halftone.core.privacy.Kind.UPLOAD;
import static dev.halftone.core.privacy.Kind.USER_ID;

import java.util.List;
import java.util.Set;

/** In the bucket, in queues, in the user's browser and in the parameter store. */
final class KeptOutsideTables {

    private static final String PICTURES = "u/*/out/*/*.png";
    private static final String JPEGS = "u/*/out/*/*.jpg";
    private static final String WEBPS = "u/*/out/*/*.webp";
    private static final String FILMS = "u/*/out/*/*.mp4";
    private static final String UNCHECKED = "q/*/file";
    private static final String ADDRESSES = "q/*/address";
    private static final String ORIGINALS = "u/*/lib/*/original.*";
    private static final String THUMBNAILS = "u/*/lib/*/thumbnail.jpg";
    private static final String TEXTS = "u/*/out/*/*.json";
    private static final String ARCHIVES = "t/*/*.zip";
    private static final Set<Kind> LISTED =
            Set.of(PICTURE, USER_ID, GENERATION_ID, UPLOAD, ASSET_ID);

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(Place.StoredObject::new, USER, GENERATED_MEDIA)
                            .add(PICTURES, USER_ID, GENERATION_ID, "find it, and whose it is")
                            .add(JPEGS, USER_ID, GENERATION_ID, "find it, and whose it is")
                            .add(WEBPS, USER_ID, GENERATION_ID, "find it, and whose it is")
                            .add(FILMS, USER_ID, GENERATION_ID, "find it, and whose it is")
                            .add(TEXTS, USER_ID, GENERATION_ID, "find it, and whose it is")
                            .add(ARCHIVES, USER_ID, "take many results along")
                            .list(),
                    Declarations.of(Place.ObjectContent::new, USER, GENERATED_MEDIA)
                            .add(PICTURES, PICTURE, "give people what they asked for")
                            .add(JPEGS, PICTURE, "give people what they asked for")
                            .add(WEBPS, PICTURE, "give people what they asked for")
                            .add(FILMS, PICTURE, "give people what they asked for")
                            .add(TEXTS, PROMPT, "give people what they asked for")
                            .add(ARCHIVES, LISTED, "take many results along, and know them again")
                            .list(),
                    Declarations.of(Place.ObjectHeader::new, USER, GENERATED_MEDIA)
                            .add("content-type", STATE, "show it")
                            .list(),
                    Declarations.of(Place.StoredObject::new, USER, UPLOADED_MEDIA)
                            .add(UNCHECKED, ASSET_ID, "look at it before it is kept")
                            .add(ADDRESSES, ASSET_ID, "fetch what a person names")
                            .add(ORIGINALS, USER_ID, ASSET_ID, "find it, and whose it is")
                            .add(THUMBNAILS, USER_ID, ASSET_ID, "find it, and whose it is")
                            .list(),
                    Declarations.of(Place.ObjectContent::new, USER, UPLOADED_MEDIA)
                            .add(UNCHECKED, PICTURE, "look at it before it is kept")
                            .add(ADDRESSES, UPLOAD, "fetch what a person names")
                            .add(ORIGINALS, PICTURE, "use it in what a person asks for")
                            .add(THUMBNAILS, PICTURE, "let its owner know it again")
                            .list(),
                    Declarations.of(Place.QueueField::new, USER, WORK_MESSAGE)
                            .add("body.v", BOOKKEEPING, "read the rest as it was written")
                            .add("body.generation", GENERATION_ID, "say what to look at")
                            .add("body.batch", BOOKKEEPING, "say whose rows to look at")
                            .add("body.asset", ASSET_ID, "say what to look at")
                            .add("body.task", STATE, "say what is to be done")
                            .add("body.refusal", STATE, "say why nothing came of it")
                            .add("body.stage", STATE, "say who is to look")
                            .add("body.cause", STATE, "say why")
                            .add("body.traceId", TRACE, "find every step of what a person did")
                            .add("body.provider", STATE, "know whose news it is")
                            .add("body.providerRequest", PROVIDER_REQUEST, "adopt lost work")
                            .list(),
                    Declarations.of(Place.Cookie::new, USER, SESSION)
                            .add("session", USER_ID, SESSION_SECRET, "stay signed in")
                            .add("oauth_*", SIGN_IN_SECRET, "end only a sign-in begun here")
                            .list(),
                    Declarations.of(Place.BrowserStorage::new, USER, BROWSER_MEMORY)
                            .add(
                                    "halftone-language",
                                    CHOICE,
                                    "speak as was chosen before signing in")
                            .add("halftone.draft", PROMPT, "not lose what was typed and chosen")
                            .add("halftone.unanswered", PROMPT, "send the same click again")
                            .add("halftone.owner", USER_ID, "show it to nobody else")
                            .list(),
                    Declarations.of(Place.Parameter::new, NOBODY, OPERATION)
                            .add("public-url", ADDRESS, "know where browsers find us")
                            .add("signing-key", OPERATOR_SECRET, "sign quotes and derive ids")
                            .add("ledger-key", OPERATOR_SECRET, "sign the ledger's roots")
                            .add("sign-in/*", OPERATOR_SECRET, "be known to Google")
                            .add("payments/*", OPERATOR_SECRET, "be known to payment processors")
                            .add("providers/*", OPERATOR_SECRET, "be known to providers")
                            .add("fal-user-id", OPERATOR_SECRET, "believe only our own callbacks")
                            .list());

    private KeptOutsideTables() {}
}
