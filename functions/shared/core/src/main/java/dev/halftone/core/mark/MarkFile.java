package dev.halftone.core.mark;

import dev.halftone.core.Digest;
import dev.halftone.core.SigningKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says in a file that a model made it, as the law asks for in a form that machines read (Regulation
 * (EU) 2024/1689, article 50(2)), without touching a pixel.
 *
 * <p>The mark is signed together with a hash of everything else in the file, so that it cannot be
 * carried over to a file that was not made here. What says its source already, or has content
 * credentials of its maker, is left as it is: any change would break those.
 */
public final class MarkFile {

    private static final String PURPOSE = "mark.v1";

    private final Supplier<SigningKey> key;

    public MarkFile(Supplier<SigningKey> key) {
        this.key = key;
    }

    /** What became of a file. */
    public sealed interface MarkOutcome {

        /** {@code target} has it with our mark. */
        record Marked() implements MarkOutcome {}

        /** It carries a mark, mostly its maker's; nothing was written. */
        record MarkedAlready() implements MarkOutcome {}

        /** It is none of the formats that can be marked, or is not whole; nothing was written. */
        record Unreadable() implements MarkOutcome {}
    }

    /**
     * Copies a file and puts our mark into the copy.
     *
     * @param target where to write; replaced if it exists
     */
    public MarkOutcome mark(Path source, Origin origin, Path target) {
        try (Bytes file = Bytes.open(source)) {
            return Container.of(file)
                    .map(found -> mark(file, found, origin, target))
                    .orElseGet(MarkOutcome.Unreadable::new);
        }
    }

    private MarkOutcome mark(Bytes file, Container.Dissected found, Origin origin, Path target) {
        boolean says =
                found.anatomy().packets().stream()
                        .anyMatch(packet -> MarkText.saysSource(file, packet));
        if (says || found.anatomy().signed()) {
            return new MarkOutcome.MarkedAlready();
        }
        String signature = signature(content(file, found.anatomy()), origin);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            file.write(found.container().with(MarkText.of(origin, signature), file), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MarkOutcome.Marked();
    }

    /**
     * The SHA-256 of everything in a file but a mark of ours, in hexadecimal; empty if it is none
     * of the formats that can be marked.
     */
    public static Optional<String> content(Path source) {
        try (Bytes file = Bytes.open(source)) {
            return Container.of(file).map(found -> content(file, found.anatomy()));
        }
    }

    private static String content(Bytes file, Anatomy anatomy) {
        MessageDigest digest = Digest.sha256();
        file.write(
                anatomy.content(), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private String signature(String content, Origin origin) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.get().sign(PURPOSE, message(content, origin)));
    }

    /**
     * Whether a mark was made here, and for that content.
     *
     * @param content as {@link #content(Path)} says it
     * @param signature as the mark has it
     */
    public boolean isGenuine(String content, Origin origin, String signature) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(signature);
            return key.get().verifies(PURPOSE, message(content, origin), bytes);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String message(String content, Origin origin) {
        return content + "\n" + origin.model() + "\n" + origin.day();
    }
}
