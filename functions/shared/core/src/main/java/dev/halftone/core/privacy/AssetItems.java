package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.UPLOADED_MEDIA;
import static dev.halftone.core.privacy.Kind.ASSET_ID;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Kind.UPLOAD;
import static dev.halftone.core.privacy.Kind.USER_ID;
import static dev.halftone.core.privacy.Table.STUDIO;

import java.util.List;

/** What people have uploaded, and how much of it there is. */
final class AssetItems {

    static final List<Declaration> ASSETS =
            Declarations.of(STUDIO, "ASSET", UPLOADED_MEDIA)
                    .add("pk", ASSET_ID, "find the upload")
                    .add("sk", BOOKKEEPING, "tell it from what else will be kept of it")
                    .add("v", BOOKKEEPING, "read the rest as it was written")
                    .add("ownerId", USER_ID, "show it to its owner, and to nobody else")
                    .add("historyOrder", MOMENT, ASSET_ID, "list the newest first")
                    .add("name", UPLOAD, "let its owner know it again")
                    .add("createdAt", MOMENT, "show when it was uploaded")
                    .add("announcedType", STATE, "take nothing else")
                    .add("announcedBytes", NUMBER, "take no more")
                    .add("host", UPLOAD, "show where it came from")
                    .add("addressHash", UPLOAD, "know the same request again")
                    .add("state", STATE, "show how it stands")
                    .add("until", MOMENT, "not wait for ever")
                    .add("endedAt", MOMENT, "show since when it can be used")
                    .add("reason", STATE, "say why it was refused")
                    .add("countedUntil", MOMENT, "remove what was refused")
                    .add("file.key", USER_ID, ASSET_ID, "find it")
                    .add("file.contentType", STATE, "show it")
                    .add("file.bytes", NUMBER, "show how large it is")
                    .add("file.width", NUMBER, "show it")
                    .add("file.height", NUMBER, "show it")
                    .add("file.durationMillis", NUMBER, "show how long it is")
                    .add("file.sha256", BOOKKEEPING, "prove it is unchanged")
                    .add("file.thumbnail", USER_ID, ASSET_ID, "show it small")
                    .list();

    static final List<Declaration> STORED =
            Declarations.of(STUDIO, "STORED", UPLOADED_MEDIA)
                    .add("pk", USER_ID, "bound what one person keeps")
                    .add("sk", BOOKKEEPING, "tell it from the uploads")
                    .add("v", BOOKKEEPING, "read the rest as it was written")
                    .add("bytes", NUMBER, "bound what one person keeps")
                    .add("number", NUMBER, "bound what one person keeps")
                    .list();

    private AssetItems() {}
}
