import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a Halftone statement with nothing of Halftone's own: that no line was changed, dropped,
 * inserted or moved since it was sealed, and that a signed root says so.
 *
 * <p>{@code java VerifyStatement.java statement.txt [roots.txt]}, on a JDK 17 or later. Ends with 0
 * if everything fits, with 1 if something is wrong or no root covers any line, and with 2 if a file
 * cannot be used.
 */
final class VerifyStatement {
    static final int BYTES_MAX = 32 << 20;
    static final int RECORDS_MAX = 500_000;
    static final int FAULTS_MAX = 20;
    static final int SHOWN_MAX = 80;
    static final String STATEMENT = "halftone-statement 1";
    static final String ROOTS = "halftone-roots 1";

    /** A record of each kind: the word, and what follows it. Text is one character a byte. */
    static final Map<String, Pattern> RECORDS =
            Map.of(
                    "account", pattern("account (\\S{1,100})"),
                    "key", pattern("key (\\S{1,100}) (\\S{1,200})"),
                    "checkpoint", pattern("checkpoint (\\S{1,100}) (\\S{1,200}) (.+)"),
                    "line", pattern("line (\\S{1,100}) (\\S{1,100}) (.+)"),
                    "root", pattern("root (\\S{1,100}) (\\S{1,200}) (.+)"),
                    "proof", pattern("proof NUMBER HASH((?: [LR][0-9a-f]{64}){0,64})"));

    static final Pattern TEXT =
            pattern("{'at':TEXT,'key':TEXT,'kind':TEXT,'legs':LEGS(?:,'[a-zA-Z]+':TEXT){0,3}}");
    static final Pattern CHECKPOINT =
            pattern("{'account':'(\\S+?)','balances':LEGS,'hash':'HASH','number':NUMBER}");
    static final Pattern ROOT =
            pattern(
                    "{'accounts':\\d+,'at':'([0-9TZ:.-]+)','number':NUMBER,"
                            + "'previous':'HASH','tree':'HASH'}");
    static final Pattern LEG = Pattern.compile("\"([A-Z_]+)\":(-?\\d+)");
    static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]{1,100})\"");

    /** A line as it stands in the file. */
    record Line(String number, String hash, String text) {}

    /** A root that could be read; {@code sure} if its signature is right. */
    record Root(long number, String text, String at, String previous, String tree, boolean sure) {}

    final List<String> faults = new ArrayList<>();
    final TreeMap<Long, Line> lines = new TreeMap<>();
    final TreeMap<String, BigInteger> balances = new TreeMap<>();
    String account = "";
    // The file's lines begin after this number, and this hash.
    long base;
    String begin = "";

    public static void main(String[] files) {
        System.exit(run(files, System.out));
    }

    static int run(String[] files, PrintStream out) {
        if (files.length < 1 || files.length > 2) {
            out.println("Usage: java VerifyStatement.java statement.txt [roots.txt]");
            return 2;
        }
        byte[][] read = new byte[2][];
        for (int i = 0; i < files.length; i++) {
            try (InputStream in = Files.newInputStream(Path.of(files[i]))) {
                read[i] = in.readNBytes(BYTES_MAX + 1);
            } catch (IOException | InvalidPathException e) {
                out.println(shown(files[i]) + ": cannot be read");
                return 2;
            }
        }
        return new VerifyStatement().verify(read[0], read[1], out);
    }

    int verify(byte[] statement, byte[] roots, PrintStream out) {
        List<String> report = List.of();
        boolean usable = true;
        try {
            report = statement(records(statement, STATEMENT), roots);
        } catch (IllegalArgumentException e) {
            faults.add(e.getMessage());
            usable = false;
        }
        faults.stream().limit(FAULTS_MAX).forEach(out::println);
        if (faults.size() > FAULTS_MAX) {
            out.println("and " + (faults.size() - FAULTS_MAX) + " faults more");
        }
        (faults.isEmpty() ? report : List.of("Not proved.")).forEach(out::println);
        return faults.isEmpty() ? 0 : usable ? 1 : 2;
    }

    Map<String, List<Matcher>> records(byte[] file, String kind) {
        boolean roots = kind.equals(ROOTS);
        String where = roots ? "roots, record " : "record ";
        List<String> words = List.of("account", "key", "checkpoint", "line", "root", "proof");
        String[] texts = new String(file, StandardCharsets.ISO_8859_1).split("\n", RECORDS_MAX + 2);
        if (file.length > BYTES_MAX || texts.length > RECORDS_MAX || !texts[0].equals(kind)) {
            throw new IllegalArgumentException(where + "1: not \"" + kind + "\", or far too long");
        }
        int last = texts.length - 1;
        if (!texts[last].isEmpty()) {
            fault(where + (last + 1), "cut, it does not end");
        }
        Map<String, List<Matcher>> records = new HashMap<>();
        words.forEach(word -> records.put(word, new ArrayList<>()));
        int reached = 0;
        for (int i = 1; i < (texts[last].isEmpty() ? last : last + 1); i++) {
            String word = texts[i].split(" ", 2)[0];
            int place = words.indexOf(word);
            Matcher parts = place < 0 ? null : RECORDS.get(word).matcher(texts[i]);
            boolean again =
                    roots || place == words.indexOf("key") || place == words.indexOf("line");
            if (parts == null || !parts.matches()) {
                fault(where + (i + 1), "not understood: " + shown(texts[i]));
            } else if (place < reached || !again && !records.get(word).isEmpty()) {
                fault(where + (i + 1), "out of place: " + shown(texts[i]));
            } else {
                reached = place;
                records.get(word).add(parts);
            }
        }
        return records;
    }

    List<String> statement(Map<String, List<Matcher>> records, byte[] published) {
        Matcher owner = only(records, "account");
        Matcher checkpoint = only(records, "checkpoint");
        Matcher rootRecord = only(records, "root");
        Matcher proof = only(records, "proof");
        Map<String, byte[]> keys = keys(records.get("key"), "key ");
        account = owner == null ? "" : owner.group(1);
        begin = hash("halftone-chain 1 " + account);
        if (owner == null) {
            fault("account", "missing");
        }
        if (checkpoint != null) {
            startFrom(checkpoint, keys);
        }
        arrange(records.get("line"));
        Root root = rootRecord == null ? null : root(rootRecord, keys, "");
        if ((rootRecord == null) != (proof == null)) {
            fault(rootRecord == null ? "root" : "proof", "missing");
        }
        boolean both = root != null && root.sure() && proof != null;
        boolean leads = both && leads(proof, proof.group(2), root);
        Map<Long, String> hashes = follow(both ? proof : null, leads);
        if (both) {
            head(proof, leads, root, hashes);
        }
        lines.forEach(this::add);
        if (published != null) {
            published(records(published, ROOTS), root, keys);
        }
        if (rootRecord == null && !lines.isEmpty()) {
            fault("root", "none covers these lines yet, the next hourly one will");
        }
        return proof == null || root == null
                ? List.of("There are no lines.")
                : report(number(proof.group(1)), root, keys.get(rootRecord.group(1)));
    }

    List<String> report(long proved, Root root, byte[] key) {
        long last = lines.isEmpty() ? base : lines.lastKey();
        return List.of(
                "Proved: %s of account %s".formatted(span(base + 1, proved), account),
                "by root %d of %s, key %s"
                        .formatted(root.number(), root.at(), key == null ? "" : hash(key)),
                last > proved
                        ? "Waiting for the next root: " + span(proved + 1, last)
                        : "No line waits.",
                "They add up to " + balances);
    }

    Map<String, byte[]> keys(List<Matcher> records, String where) {
        Map<String, byte[]> keys = new TreeMap<>();
        for (Matcher record : records) {
            String name = record.group(1);
            byte[] key = base64(record.group(2));
            if (key == null || !hash(key).substring(0, 16).equals(name)) {
                fault(where + shown(name), "is not the name of this key");
            } else if (keys.put(name, key) != null) {
                fault(where + name, "stands twice");
            }
        }
        return keys;
    }

    void startFrom(Matcher record, Map<String, byte[]> keys) {
        Matcher text = CHECKPOINT.matcher(record.group(3));
        if (signed(record, "halftone-checkpoint 1 ", keys, "checkpoint") && text.matches()) {
            if (!text.group(1).equals(account)) {
                fault("account", "the checkpoint is of another one");
            }
            sum(text.group(2));
            begin = text.group(3);
            base = number(text.group(4));
        }
    }

    /** Brings the lines into the order of their numbers; names those that stood elsewhere. */
    void arrange(List<Matcher> records) {
        long last = base;
        String hash = begin;
        for (Matcher record : records) {
            Line line = new Line(record.group(1), record.group(2), record.group(3));
            long number = number(line.number());
            if (number != last + 1 && link(hash, last + 1, line).equals(line.hash())) {
                number = last + 1;
                fault(name(number, line), "its number was changed to " + shown(line.number()));
            }
            Line other = lines.get(number);
            if (number <= base) {
                fault(
                        name(number, line),
                        "inserted, it has no number here: " + shown(line.number()));
            } else if (other != null) {
                boolean same = other.equals(line);
                fault(
                        name(number, line),
                        same ? "stands twice" : "inserted, its number stands twice");
            } else if (lines.put(number, line) == null && number < last) {
                fault(name(number, line), "out of order");
            } else {
                last = number;
                hash = line.hash();
            }
        }
        long next = base + 1;
        for (long number : lines.keySet()) {
            if (number > next) {
                fault(span(next, number - 1), "missing");
            }
            next = number + 1;
        }
    }

    /** Follows the chain from line to line; tells which hash each line has, or should have. */
    Map<Long, String> follow(Matcher proof, boolean leads) {
        Map<Long, String> hashes = new HashMap<>(Map.of(base, begin));
        for (Map.Entry<Long, Line> each : lines.entrySet()) {
            long number = each.getKey();
            Line line = each.getValue();
            Line next = lines.get(number + 1);
            String before = hashes.get(number - 1);
            String should = before == null ? line.hash() : link(before, number, line);
            boolean signed = leads && number == number(proof.group(1));
            hashes.put(number, line.hash());
            if (should.equals(line.hash())) {
                continue;
            }
            if (signed ? proof.group(2).equals(should) : isLink(should, number + 1, next)) {
                fault(name(number, line), "its hash was changed");
                hashes.put(number, should);
            } else if (isLink(before, number, next)) {
                fault(name(number, line), "inserted, the lines after it have moved by one");
                return Map.of();
            } else if (number > base + 1) {
                String former = "or line " + (number - 1) + " was written anew with its hash";
                fault(name(number, line), "changed, " + former);
            } else if (proof != null && !leads) {
                fault("account", "neither " + name(number, line) + " nor the proof is of this one");
            } else {
                fault(name(number, line), "changed, or it is another account's");
            }
        }
        return hashes;
    }

    /** Whether the lines lead to what the root covers. */
    void head(Matcher proof, boolean leads, Root root, Map<Long, String> hashes) {
        long number = number(proof.group(1));
        long last = lines.isEmpty() ? base : lines.lastKey();
        String hash = hashes.getOrDefault(number, proof.group(2));
        if (!leads && leads(proof, hash, root)) {
            fault("proof", "its hash was changed");
        } else if (!leads) {
            fault("proof", "does not lead to the root, it was changed or is another account's");
        } else if (number > last) {
            fault(span(last + 1, number), "missing at the end of what was signed");
        } else if (number < base) {
            fault("root", "older than the checkpoint");
        } else if (!hash.equals(proof.group(2))) {
            fault(
                    span(base + 1, number),
                    "do not lead to the signed root, the chain was rewritten");
        }
    }

    boolean leads(Matcher proof, String head, Root root) {
        byte[] node = sha256(bytes("\0" + account + " " + proof.group(1) + " " + head));
        for (String step : proof.group(3).split(" ")) {
            if (!step.isEmpty()) {
                byte[] beside = HexFormat.of().parseHex(step.substring(1));
                boolean left = step.charAt(0) == 'L';
                node = sha256(new byte[] {1}, left ? beside : node, left ? node : beside);
            }
        }
        return HexFormat.of().formatHex(node).equals(root.tree());
    }

    void add(long number, Line line) {
        Matcher text = TEXT.matcher(line.text());
        if (!text.matches() || sum(text.group(1)).signum() != 0) {
            fault(name(number, line), "its legs are not zero together");
        }
    }

    BigInteger sum(String legs) {
        BigInteger sum = BigInteger.ZERO;
        for (Matcher leg = LEG.matcher(legs); leg.find(); ) {
            BigInteger amount = new BigInteger(leg.group(2));
            balances.merge(leg.group(1), amount, BigInteger::add);
            sum = sum.add(amount);
        }
        return sum;
    }

    /** Whether the published roots are one unbroken list that holds the statement's own. */
    void published(Map<String, List<Matcher>> records, Root own, Map<String, byte[]> used) {
        Map<String, byte[]> keys = keys(records.get("key"), "roots, key ");
        for (String key : used.keySet()) {
            if (!keys.containsKey(key)) {
                fault("key " + key, "is not among the published keys");
            }
        }
        Root before = null;
        Root found = null;
        for (Matcher record : records.get("root")) {
            Root root = root(record, keys, "roots, ");
            if (root != null) {
                succeeds(root, before);
                before = root;
                found = own != null && root.number() == own.number() ? root : found;
            }
        }
        if (own != null && (found == null || !found.text().equals(own.text()))) {
            fault(
                    "root " + own.number(),
                    found == null ? "is not published" : "is published otherwise");
        }
    }

    void succeeds(Root root, Root before) {
        String where = "roots, root " + root.number();
        if (before == null) {
            if (root.number() == 1 && !root.previous().equals("0".repeat(64))) {
                fault(where, "names a root before the first");
            }
        } else if (root.number() == before.number()) {
            fault(where, "stands twice");
        } else if (root.number() < before.number()) {
            fault(where, "out of order");
        } else if (root.number() > before.number() + 1) {
            fault("roots, before root " + root.number(), "missing from " + (before.number() + 1));
        } else if (!root.previous().equals(hash(before.text()))) {
            fault(where, "does not follow from the root before it, one of the two was changed");
        }
    }

    Root root(Matcher record, Map<String, byte[]> keys, String where) {
        Matcher text = ROOT.matcher(record.group(3));
        boolean read = text.matches();
        String name = where + (read && !where.isEmpty() ? "root " + text.group(2) : "root");
        boolean sure = signed(record, "halftone-root 1 ", keys, name);
        if (!read) {
            fault(name, "not understood: " + shown(record.group(3)));
            return null;
        }
        long number = number(text.group(2));
        return new Root(number, text.group(), text.group(1), text.group(3), text.group(4), sure);
    }

    boolean signed(Matcher record, String purpose, Map<String, byte[]> keys, String where) {
        byte[] key = keys.get(record.group(1));
        byte[] signature = base64(record.group(2));
        if (key == null) {
            fault(where, "signed with an unknown key: " + shown(record.group(1)));
            return false;
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            X509EncodedKeySpec spec = new X509EncodedKeySpec(key);
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
            ed25519.update(bytes(purpose + record.group(3)));
            if (signature != null && ed25519.verify(signature)) {
                return true;
            }
        } catch (GeneralSecurityException e) {
            // Neither a key that is none nor a signature that is none is right.
        }
        fault(where, "its signature is wrong");
        return false;
    }

    void fault(String where, String what) {
        faults.add(where + ": " + what);
    }

    static Matcher only(Map<String, List<Matcher>> records, String word) {
        return records.get(word).isEmpty() ? null : records.get(word).get(0);
    }

    static String link(String before, long number, Line line) {
        return hash(before + " " + number + " " + line.text());
    }

    static boolean isLink(String before, long number, Line line) {
        return line != null && link(before, number, line).equals(line.hash());
    }

    static String name(long number, Line line) {
        Matcher key = KEY.matcher(line.text());
        return "line " + number + " (" + (key.find() ? shown(key.group(1)) : "no key") + ")";
    }

    static String span(long from, long to) {
        return from > to ? "no line" : from == to ? "line " + from : "lines " + from + " to " + to;
    }

    /** Zero for what is no number. */
    static long number(String text) {
        return text.matches("[1-9]\\d{0,12}") ? Long.parseLong(text) : 0;
    }

    /** What a file says, fit for a terminal. */
    static String shown(String text) {
        String cut = text.substring(0, Math.min(text.length(), SHOWN_MAX));
        return cut.replaceAll("[^ -~]", "?") + (cut.length() < text.length() ? "..." : "");
    }

    static Pattern pattern(String form) {
        return Pattern.compile(
                form.replace("{'", "\\{\"")
                        .replace("'", "\"")
                        .replace(
                                "LEGS", "\\{((?:\"[A-Z_]{1,30}\":-?\\d{1,18}(?:,(?=\")|(?=})))*+)}")
                        .replace("TEXT", "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"")
                        .replace("NUMBER", "([1-9]\\d{0,12})")
                        .replace("HASH", "([0-9a-f]{64})"),
                Pattern.DOTALL);
    }

    /** Null unless it is exactly how these bytes are written. */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String hash(String text) {
        return hash(bytes(text));
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
