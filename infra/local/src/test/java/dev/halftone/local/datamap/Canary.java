package dev.halftone.local.datamap;

import dev.halftone.core.Digest;
import dev.halftone.core.privacy.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** A value that is looked for everywhere, in every form that a program may give it. */
record Canary(Kind kind, Set<String> forms) {

    // Shorter ones would be found by chance.
    private static final int CHARACTERS_MIN = 8;
    private static final int BASE64_ALIGNMENTS = 3;

    Canary {
        forms = Set.copyOf(forms);
    }

    static Canary of(Kind kind, String text) {
        if (text.length() < CHARACTERS_MIN) {
            throw new IllegalArgumentException("A canary of " + kind + " is too short: " + text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(text);
        forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        forms.add(HexFormat.of().formatHex(bytes));
        for (int alignment = 0; alignment < BASE64_ALIGNMENTS; alignment++) {
            String encoded = base64(bytes, alignment);
            forms.add(encoded);
            forms.add(encoded.replace('-', '+').replace('_', '/'));
        }
        // Without a key, a hash of what can be guessed tells as much as the value itself.
        if (kind.isPersonal()) {
            forms.add(Digest.sha256Hex(text));
        }
        return new Canary(kind, forms);
    }

    /** What these bytes look like inside a longer text, without what its neighbours decide. */
    private static String base64(byte[] bytes, int alignment) {
        byte[] shifted = new byte[alignment + bytes.length];
        System.arraycopy(bytes, 0, shifted, alignment, bytes.length);
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
        int begin = alignment == 0 ? 0 : alignment + 1;
        int whole = shifted.length * 8 / 6;
        return encoded.substring(begin, whole);
    }
}
