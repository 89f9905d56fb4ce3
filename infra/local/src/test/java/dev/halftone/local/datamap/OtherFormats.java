package dev.halftone.local.datamap;

import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Results in the formats that some providers answer with, whatever they are asked for. */
final class OtherFormats {
    private OtherFormats() {}

    static void put(S3Client objects, UserId owner, GenerationId generation) {
        for (MediaType type : List.of(MediaType.JPEG, MediaType.WEBP)) {
            ObjectKey key = ObjectKey.result(owner, generation, 1, type);
            objects.putObject(
                    put ->
                            put.bucket("halftone-mediabucket")
                                    .key(key.value())
                                    .contentType(type.contentType()),
                    RequestBody.fromString("a picture"));
        }
    }
}
