package dev.halftone.core.project;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a project. Derived from the user and the idempotency key; unguessable for others. */
public record ProjectId(String value) {

    private static final Pattern FORM = Pattern.compile("prj_[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final String PURPOSE = "project-id.v1";

    public ProjectId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a project id");
        }
    }

    public static ProjectId derive(SigningKey key, UserId user, IdempotencyKey idempotencyKey) {
        byte[] mac = key.sign(PURPOSE, user.value() + "\n" + idempotencyKey.value());
        return new ProjectId("prj_" + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
    }

    public static Optional<ProjectId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ProjectId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
