package dev.halftone.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.halftone.core.Entropy;
import dev.halftone.core.SigningKey;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps a flow in the browser, unreadable and unchangeable there, so that anonymous visitors cause
 * no writes. AES-256-GCM; a value opens only under the cookie name it was sealed for.
 */
final class FlowCookies {

    private static final int FLOW_ID_BYTES = 6;
    private static final int FLOWS_MAX = 5;
    private static final Pattern STATE = Pattern.compile("([\\w-]{8})\\.[\\w-]{43}");
    private static final int STATE_SECRET_BYTES = 32;
    private static final String PURPOSE = "oauth-flow.v2";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int VALUE_CHARACTERS_MAX = 4096;

    private final String stem;
    private final Supplier<SigningKey> signingKey;
    private final Entropy entropy;

    FlowCookies(String prefix, Supplier<SigningKey> signingKey, Entropy entropy) {
        this.stem = prefix + "oauth_";
        this.signingKey = signingKey;
        this.entropy = entropy;
    }

    /** A fresh state, which names its flow's cookie so that parallel tabs keep apart. */
    String freshState() {
        return entropy.text(FLOW_ID_BYTES) + "." + entropy.text(STATE_SECRET_BYTES);
    }

    /** The cookie of the flow that {@code state} belongs to; empty if it has not our form. */
    Optional<String> name(String state) {
        Matcher matcher = STATE.matcher(state);
        return matcher.matches() ? Optional.of(stem + matcher.group(1)) : Optional.empty();
    }

    /** The oldest flows beyond the number of tabs that anyone signs in from at once. */
    List<String> superseded(Map<String, String> cookies) {
        List<String> flows =
                cookies.keySet().stream()
                        .filter(name -> name.startsWith(stem))
                        .sorted(Comparator.comparing(name -> expiry(name, cookies)))
                        .toList();
        return flows.subList(0, Math.max(0, flows.size() - (FLOWS_MAX - 1)));
    }

    private Instant expiry(String name, Map<String, String> cookies) {
        return Optional.ofNullable(cookies.get(name))
                .flatMap(value -> open(name, value))
                .map(Flow::expiresAt)
                .orElse(Instant.EPOCH);
    }

    String seal(String cookieName, Flow flow) {
        byte[] iv = entropy.bytes(IV_BYTES);
        byte[] plain = JSONObjectUtils.toJSONString(fields(flow)).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, cookieName, iv).doFinal(plain);
            byte[] value =
                    ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /** The flow, unless the value is not ours, was changed, or belongs to another cookie. */
    Optional<Flow> open(String cookieName, String value) {
        if (value.length() > VALUE_CHARACTERS_MAX) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(value);
            if (bytes.length <= IV_BYTES) {
                return Optional.empty();
            }
            byte[] iv = new byte[IV_BYTES];
            System.arraycopy(bytes, 0, iv, 0, IV_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, cookieName, iv);
            byte[] plain = cipher.doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES);
            return Optional.of(flow(new String(plain, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException
                | ParseException
                | IllegalArgumentException
                | NoSuchElementException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String cookieName, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        SecretKeySpec key = new SecretKeySpec(signingKey.get().derive(PURPOSE), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD((cookieName + "\n" + PURPOSE).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Map<String, Object> fields(Flow flow) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("p", flow.provider());
        fields.put("pu", flow.purpose().code());
        if (flow.session() != null) {
            fields.put("se", flow.session());
        }
        fields.put("st", flow.stateHash());
        fields.put("n", flow.nonce());
        fields.put("v", flow.pkce().verifier());
        fields.put("rt", flow.returnTo().value());
        fields.put("ru", flow.redirectUri().toString());
        fields.put("e", flow.expiresAt().getEpochSecond());
        return fields;
    }

    private static Flow flow(String json) throws ParseException {
        Map<String, Object> fields = JsonText.object(json);
        return new Flow(
                JsonText.required(fields, "p"),
                Purpose.named(JsonText.required(fields, "pu")).orElseThrow(),
                JSONObjectUtils.getString(fields, "se"),
                JsonText.required(fields, "st"),
                JsonText.required(fields, "n"),
                new Pkce(JsonText.required(fields, "v")),
                new ReturnPath(JsonText.required(fields, "rt")),
                URI.create(JsonText.required(fields, "ru")),
                Instant.ofEpochSecond(JSONObjectUtils.getLong(fields, "e")));
    }
}
