package dev.halftone.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import java.util.Base64;
import org.junit.jupiter.api.Test;

// Protects that one click makes one asset, and that nobody can name somebody else's.
final class AssetIdTest {

    private static final SigningKey KEY =
            SigningKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));
    private static final UserId USER = new UserId("usr_" + "0".repeat(32));
    private static final IdempotencyKey CLICK = new IdempotencyKey("click-one");

    @Test
    void isTheSameForTheSameClickOfTheSamePerson() {
        AssetId id = AssetId.derive(KEY, USER, CLICK);

        assertThat(AssetId.derive(KEY, USER, CLICK)).isEqualTo(id);
        assertThat(AssetId.parse(id.value())).contains(id);
    }

    @Test
    void differsByPersonAndByClick() {
        UserId other = new UserId("usr_" + "1".repeat(32));

        assertThat(AssetId.derive(KEY, USER, CLICK))
                .isNotEqualTo(AssetId.derive(KEY, other, CLICK))
                .isNotEqualTo(AssetId.derive(KEY, USER, new IdempotencyKey("click-two")));
    }
}
