package dev.halftone.core.archive;

import dev.halftone.core.Digest;
import dev.halftone.core.account.UserId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an archive lies: among temporary objects, which a rule of the bucket removes after a day,
 * under its owner's prefix and a name derived from what is in it, so that asking twice makes one.
 *
 * @param name 32 hexadecimal digits
 */
public record ArchiveKey(UserId owner, String name) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int NAME_CHARACTERS = 32;

    public ArchiveKey {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of an archive");
        }
    }

    static ArchiveKey of(UserId owner, String list, List<Archives.Entry> entries) {
        StringBuilder content = new StringBuilder(list);
        entries.forEach(entry -> content.append(entry.key().value()).append('\n'));
        return new ArchiveKey(
                owner, Digest.sha256Hex(content.toString()).substring(0, NAME_CHARACTERS));
    }

    /** The archive of that name, if it is a name. */
    public static Optional<ArchiveKey> parse(UserId owner, String name) {
        return FORM.matcher(name).matches()
                ? Optional.of(new ArchiveKey(owner, name))
                : Optional.empty();
    }

    /** In the bucket. */
    public String value() {
        return "t/" + owner + "/" + name + ".zip";
    }
}
