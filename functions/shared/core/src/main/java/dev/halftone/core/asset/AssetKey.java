package dev.halftone.core.asset;

import dev.halftone.core.account.UserId;
import java.util.regex.Pattern;

/**
 * Where a part of an asset lies. A checked one begins with its owner's own prefix, so that none can
 * be filed under, or erased with, somebody else's; an unchecked one lies apart, where nothing is
 * ever served from.
 */
public record AssetKey(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "q/ast_[0-9a-f]{32}/(?:file|address)"
                            + "|u/usr_[0-9a-f]{32}/lib/ast_[0-9a-f]{32}/"
                            + "(?:original\\.(?:png|jpg|webp|mp3|wav|m4a|mp4)|thumbnail\\.jpg)");

    public AssetKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the key of an asset");
        }
    }

    /** Where it is uploaded to. */
    public static AssetKey quarantine(AssetId id) {
        return new AssetKey("q/" + id + "/file");
    }

    /** Where the address waits that it is to be fetched from. */
    public static AssetKey address(AssetId id) {
        return new AssetKey("q/" + id + "/address");
    }

    public static AssetKey original(UserId owner, AssetId id, AssetType type) {
        return new AssetKey(folder(owner, id) + "original." + type.ending());
    }

    public static AssetKey thumbnail(UserId owner, AssetId id) {
        return new AssetKey(folder(owner, id) + "thumbnail.jpg");
    }

    private static String folder(UserId owner, AssetId id) {
        return "u/" + owner + "/lib/" + id + "/";
    }
}
