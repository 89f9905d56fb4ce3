package dev.halftone.lambda;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;

/** Ids that nothing has, since ids are drawn or derived at random: priming asks for them. */
public final class Nobody {
    private static final String ZEROS = "0".repeat(32);

    public static final UserId USER = new UserId("usr_" + ZEROS);
    public static final AccountId ACCOUNT = new AccountId("acc_" + ZEROS);
    public static final GenerationId GENERATION = new GenerationId("gen_" + ZEROS);
    public static final AssetId ASSET = new AssetId("ast_" + ZEROS);
    public static final AssetKey UPLOAD = AssetKey.quarantine(ASSET);
    public static final ObjectKey OBJECT = ObjectKey.result(USER, GENERATION, 0, MediaType.PNG);

    private Nobody() {}
}
