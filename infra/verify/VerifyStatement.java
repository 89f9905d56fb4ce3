import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a Halftone statement with nothing of Halftone's own: that no line was changed, dropped,
 * inserted or moved since it was sealed, and that a signed root says so. Short, to be read first.
 *
 * <p>{@code java VerifyStatement.java statement.txt [roots.txt]}, on a JDK 17 or later. Ends with 0
 * if all fits, with 1 if something is wrong or nothing proves it, with 2 if a file is unusable.
 */
final class VerifyStatement {
    static final int BYTES_MAX = 64 << 20, FAULTS_MAX = 20, SHOWN_MAX = 80;

    /** What follows the first word of a record; N is a number, H a hash. A character is a byte. */
    static final Map<String, Pattern> RECORDS = Map.of(
            "account", form("(\\S+)"),
            "key", form("([0-9a-f]{16}) (\\S+)"),
            "checkpoint", form("(\\S+) (\\S+) (\\{'account':'([^']*)','balances':\\{([^}]*)},'hash':'H','number':N})"),
            "line", form("N H (\\{'at':'[^']*','key':'([^']*)','kind':'[^']*','legs':\\{([^}]*)}.*})"),
            "root", form("(\\S+) (\\S+) (\\{'accounts':\\d+,'at':'([^']*)','number':N,'previous':'H','tree':'H'})"),
            "proof", form("N H((?: [LR][0-9a-f]{64}){0,64})"));

    final List<String> faults = new ArrayList<>();
    final Map<String, byte[]> keys = new HashMap<>();
    final Map<String, MatchResult> once = new HashMap<>();
    final List<MatchResult> roots = new ArrayList<>();
    final Map<Long, String> hashes = new TreeMap<>();
    final Map<String, Long> balances = new TreeMap<>();
    long first = 1, last;
    String hash = "";

    public static void main(String[] files) {
        byte[][] read = new byte[2][];
        for (int i = 0; i < Math.min(2, files.length); i++) {
            try (InputStream in = Files.newInputStream(Path.of(files[i]))) {
                read[i] = in.readNBytes(BYTES_MAX + 1);
            } catch (IOException | IllegalArgumentException e) {
                System.out.println(shown(files[i]) + ": cannot be read");
                System.exit(2);
            }
        }
        if (files.length < 1 || files.length > 2) {
            System.out.println("Usage: java VerifyStatement.java statement.txt [roots.txt]");
            System.exit(2);
        }
        System.exit(new VerifyStatement().verify(read[0], read[1], System.out));
    }

    int verify(byte[] statement, byte[] published, PrintStream out) {
        boolean usable = records(statement, "halftone-statement 1", "record ");
        MatchResult account = once.get("account"), proof = once.get("proof");
        MatchResult root = roots.isEmpty() ? null : roots.get(roots.size() - 1);
        if (account != null && root != null && proof != null) {
            prove(account, proof, root);
        } else {
            fault("account, root or proof", "missing; lines are signed within an hour");
        }
        if (published != null) {
            VerifyStatement list = new VerifyStatement();
            usable &= list.records(published, "halftone-roots 1", "roots, record ");
            faults.addAll(list.faults);
            if (root != null && list.roots.stream().noneMatch(r -> r.group(1).equals(root.group(1))
                    && r.group(3).equals(root.group(3)))) {
                fault("root " + root.group(5), "is not published, or is published otherwise");
            }
        }
        faults.stream().limit(FAULTS_MAX).forEach(out::println);
        if (!faults.isEmpty()) {
            out.println("Not proved: " + faults.size() + " found.");
            return usable ? 1 : 2;
        }
        out.println("Proved: lines " + first + " to " + proof.group(1) + " of account " + account.group(1));
        out.println("by root " + root.group(5) + " of " + root.group(4));
        out.println("signed with the key " + sha256(keys.get(root.group(1))));
        out.println("Waiting for the next root: " + (last - number(proof.group(1))) + " lines");
        out.println("They add up to " + balances);
        return 0;
    }

    boolean records(byte[] file, String kind, String place) {
        String[] rows = new String(file, ISO_8859_1).split("\n", -1);
        if (file.length > BYTES_MAX || !rows[0].equals(kind)) {
            fault(place + 1, "is not \"" + kind + "\", or the file is too long");
            return false;
        }
        for (int i = 1; i < rows.length - 1; i++) {
            String[] parts = rows[i].split(" ", 2);
            Pattern form = RECORDS.get(parts[0]);
            Matcher record = form == null ? null : form.matcher(parts[parts.length - 1]);
            if (record == null || !record.matches()) {
                fault(place + (i + 1), "cannot be understood: " + shown(rows[i]));
            } else {
                take(place + (i + 1), parts[0], record.toMatchResult());
            }
        }
        if (!rows[rows.length - 1].isEmpty()) {
            fault(place + rows.length, "is cut, the file has no end");
        }
        return true;
    }

    void take(String where, String word, MatchResult record) {
        if (word.equals("line")) {
            line(where + ", line " + record.group(1) + " (" + shown(record.group(4)) + ")", record);
        } else if (word.equals("key")) {
            key(where, record);
        } else if (word.equals("root")) {
            root(where, record);
        } else if (once.putIfAbsent(word, record) != null || word.equals("checkpoint") && last > 0) {
            fault(where, "another " + word + ", or out of place");
        } else if (word.equals("account")) {
            hash = sha256(bytes("halftone-chain 1 " + record.group(1)));
        } else if (word.equals("checkpoint") && signed(where, "halftone-checkpoint 1 ", record)) {
            if (!once.containsKey("account") || !record.group(4).equals(once.get("account").group(1))) {
                fault(where, "the checkpoint of another account");
            }
            add(record.group(5));
            hash = record.group(6);
            last = number(record.group(7));
            first = last + 1;
        }
    }

    void key(String where, MatchResult key) {
        byte[] bytes = base64(key.group(2));
        if (!sha256(bytes).startsWith(key.group(1)) || keys.put(key.group(1), bytes) != null) {
            fault(where, "the name of this key is another's");
        }
    }

    /** Roots are numbered, and each names the one before it. */
    void root(String where, MatchResult root) {
        MatchResult before = roots.isEmpty() ? null : roots.get(roots.size() - 1);
        if (signed(where, "halftone-root 1 ", root)) {
            if (before != null && (number(root.group(5)) != number(before.group(5)) + 1
                    || !root.group(6).equals(sha256(bytes(before.group(3)))))) {
                fault(where, "root " + root.group(5) + " does not follow from the one before it");
            }
            roots.add(root);
        }
    }

    void line(String where, MatchResult line) {
        long number = number(line.group(1));
        if (number <= last) {
            fault(where, "doubled, inserted or out of order");
            return;
        }
        if (number > last + 1) {
            fault(where, "before it, lines " + (last + 1) + " to " + (number - 1) + " are missing");
        } else if (!sha256(bytes(hash + " " + number + " " + line.group(3))).equals(line.group(2))) {
            fault(where, "changed, or the line before it or the account was");
        }
        last = number;
        hash = line.group(2);
        hashes.put(number, hash);
        if (add(line.group(5)) != 0) {
            fault(where, "its legs are not zero together");
        }
    }

    /** Sums legs into the balances. */
    long add(String legs) {
        long sum = 0;
        for (Matcher leg = Pattern.compile("\"([A-Z_]+)\":(-?\\d{1,18})").matcher(legs); leg.find(); ) {
            balances.merge(leg.group(1), Long.parseLong(leg.group(2)), Long::sum);
            sum += Long.parseLong(leg.group(2));
        }
        return sum;
    }

    /** Whether the account's head is a leaf of the root's tree (RFC 6962), and the lines lead to it. */
    void prove(MatchResult account, MatchResult proof, MatchResult root) {
        byte[] node = digest(bytes("\0" + account.group(1) + " " + proof.group(1) + " " + proof.group(2)));
        for (String step : proof.group(3).isEmpty() ? new String[0] : proof.group(3).substring(1).split(" ")) {
            byte[] sibling = HexFormat.of().parseHex(step.substring(1));
            boolean left = step.startsWith("L");
            node = digest(new byte[] {1}, left ? sibling : node, left ? node : sibling);
        }
        long number = number(proof.group(1));
        if (!HexFormat.of().formatHex(node).equals(root.group(7))) {
            fault("account, root or proof", "the proof does not lead from this account to the root");
        }
        if (number > last) {
            fault("lines " + (last + 1) + " to " + number, "missing at the end of what was signed");
        } else if (number >= first && !proof.group(2).equals(hashes.get(number))) {
            fault("lines " + first + " to " + number, "do not lead to the signed head: rewritten");
        }
    }

    boolean signed(String where, String purpose, MatchResult record) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            X509EncodedKeySpec key = new X509EncodedKeySpec(keys.getOrDefault(record.group(1), new byte[0]));
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(key));
            ed25519.update(bytes(purpose + record.group(3)));
            if (ed25519.verify(base64(record.group(2)))) {
                return true;
            }
        } catch (GeneralSecurityException e) {
            // What is no key and what is no signature are wrong alike.
        }
        fault(where, "its signature is wrong, or its key is unknown");
        return false;
    }

    void fault(String where, String what) {
        faults.add(where + ": " + what);
    }

    static Pattern form(String form) {
        return Pattern.compile("(?s)" + form.replace('\'', '"').replace("N", "([1-9]\\d{0,12})").replace("H", "([0-9a-f]{64})"));
    }

    static long number(String text) {
        return Long.parseLong(text);
    }

    /** What a file says, fit for a terminal. */
    static String shown(String text) {
        return text.substring(0, Math.min(text.length(), SHOWN_MAX)).replaceAll("[^ -~]", "?");
    }

    /** Empty unless it is exactly how these bytes are written. */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    static byte[] digest(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
