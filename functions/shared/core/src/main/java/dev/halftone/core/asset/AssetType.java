package dev.halftone.core.asset;

import java.util.Arrays;
import java.util.Optional;

/** A format that may be uploaded. */
public enum AssetType {
    PNG(AssetKind.PICTURE, "image/png", "png"),
    JPEG(AssetKind.PICTURE, "image/jpeg", "jpg"),
    WEBP(AssetKind.PICTURE, "image/webp", "webp"),
    MP3(AssetKind.SOUND, "audio/mpeg", "mp3"),
    WAV(AssetKind.SOUND, "audio/wav", "wav"),
    M4A(AssetKind.SOUND, "audio/mp4", "m4a"),
    MP4(AssetKind.FILM, "video/mp4", "mp4");

    private final AssetKind kind;
    private final String contentType;
    private final String ending;

    AssetType(AssetKind kind, String contentType, String ending) {
        this.kind = kind;
        this.contentType = contentType;
        this.ending = ending;
    }

    /** The format of that content type, in one of the spellings that browsers use. */
    public static Optional<AssetType> parse(String contentType) {
        String plain =
                switch (contentType) {
                    case "audio/x-wav", "audio/wave", "audio/vnd.wave" -> WAV.contentType;
                    case "audio/x-m4a", "audio/m4a" -> M4A.contentType;
                    case "audio/mp3" -> MP3.contentType;
                    default -> contentType;
                };
        return Arrays.stream(values()).filter(value -> value.contentType.equals(plain)).findFirst();
    }

    public AssetKind kind() {
        return kind;
    }

    /** As it is kept, signed and served. */
    public String contentType() {
        return contentType;
    }

    /** How the names of such files end, without the dot. */
    public String ending() {
        return ending;
    }

    /** The largest file of this kind that is taken. */
    public long bytesMax() {
        return switch (kind) {
            case PICTURE -> AssetLimits.PICTURE_BYTES_MAX;
            case SOUND -> AssetLimits.SOUND_BYTES_MAX;
            case FILM -> AssetLimits.FILM_BYTES_MAX;
        };
    }
}
