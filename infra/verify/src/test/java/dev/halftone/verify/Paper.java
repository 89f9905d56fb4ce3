package dev.halftone.verify;

import java.util.ArrayList;
import java.util.List;

/** An account, its lines and the roots that were signed over it, and what becomes of them. */
public final class Paper {
    static final String ACCOUNT = "acc_7Qh2mVn0Xr4tYb8uKc1dZw";
    static final int ROOT_NUMBER = 7;

    private static final List<String> OTHERS =
            List.of("acc_0aaa", "acc_3bbb", "acc_Zccc", "acc_zddd");
    private static final int PUBLISHED = 9;

    final Sealed seal = new Sealed();
    final List<String> texts;
    private final int proved;

    /** A statement of so many lines, the first {@code proved} of which the newest root covers. */
    public Paper(int lines, int proved) {
        this(texts(lines), proved);
    }

    private Paper(List<String> texts, int proved) {
        this.texts = texts;
        this.proved = proved;
    }

    private static List<String> texts(int lines) {
        List<String> texts = new ArrayList<>();
        texts.add(text(1, "GRANT#welcome", "\"AVAILABLE\":25,\"GIVEN\":-25", "welcome"));
        for (int number = 2; number <= lines; number++) {
            texts.add(
                    number % 2 == 0
                            ? text(
                                    number,
                                    "PENDING#gen_" + number,
                                    "\"AVAILABLE\":-1,\"PENDING\":1",
                                    "gen")
                            : text(
                                    number,
                                    "VOID#gen_" + (number - 1),
                                    "\"AVAILABLE\":1,\"PENDING\":-1",
                                    "é \\\" \\u000a"));
        }
        return texts;
    }

    static String text(int minute, String key, String legs, String reason) {
        return "{\"at\":\"2026-11-21T14:%02d:00.123Z\",\"key\":\"%s\",\"kind\":\"%s\",\"legs\":{%s},\"reason\":\"%s\"}"
                .formatted(minute % 60, key, key.split("#", 2)[0], legs, reason);
    }

    List<String> lineRecords() {
        return lineRecords(Sealed.begin(ACCOUNT), 0);
    }

    List<String> lineRecords(String begin, int after) {
        List<String> records = new ArrayList<>();
        String hash = begin;
        for (int number = after + 1; number <= texts.size(); number++) {
            hash = Sealed.link(hash, number, texts.get(number - 1));
            records.add("line " + number + " " + hash + " " + texts.get(number - 1));
        }
        return records;
    }

    String head(int number) {
        return number == 0 ? Sealed.begin(ACCOUNT) : lineRecords().get(number - 1).split(" ", 4)[2];
    }

    /** Where the account stands among those that the root covers. */
    private List<byte[]> leaves() {
        List<byte[]> leaves = new ArrayList<>();
        OTHERS.forEach(other -> leaves.add(Sealed.leaf(other, 3, Sealed.begin(other))));
        leaves.add(2, Sealed.leaf(ACCOUNT, proved, head(proved)));
        return leaves;
    }

    String proof() {
        return "proof "
                + proved
                + " "
                + head(proved)
                + " "
                + String.join(" ", Sealed.path(leaves(), 2));
    }

    /** The proof of another account under the same root. */
    String foreignProof() {
        return "proof 3 "
                + Sealed.begin(OTHERS.get(1))
                + " "
                + String.join(" ", Sealed.path(leaves(), 1));
    }

    List<String> rootTexts() {
        List<String> roots = new ArrayList<>();
        String previous = Sealed.NO_HASH;
        for (int number = 1; number <= PUBLISHED; number++) {
            String tree =
                    number == ROOT_NUMBER
                            ? Sealed.hex(Sealed.tree(leaves()))
                            : Sealed.begin("root " + number);
            String text =
                    "{\"accounts\":5,\"at\":\"2026-11-21T%02d:05:00.000Z\",\"number\":%d,\"previous\":\"%s\",\"tree\":\"%s\"}"
                            .formatted(number, number, previous, tree);
            previous = Sealed.hex(Sealed.sha256(Sealed.utf8(text)));
            roots.add(text);
        }
        return roots;
    }

    String root() {
        return seal.signed("root", rootTexts().get(ROOT_NUMBER - 1));
    }

    /** The statement, a record each. */
    public List<String> statement() {
        List<String> records =
                new ArrayList<>(
                        List.of("halftone-statement 1", "account " + ACCOUNT, seal.keyRecord()));
        records.addAll(lineRecords());
        records.add(root());
        records.add(proof());
        return records;
    }

    /** The same statement after its first lines were removed. */
    List<String> statementAfter(int checkpoint) {
        List<String> records = statement();
        records.subList(3, 3 + checkpoint).clear();
        records.add(3, checkpoint(ACCOUNT, checkpoint));
        return records;
    }

    String checkpoint(String account, int number) {
        return seal.signed(
                "checkpoint",
                "{\"account\":\"%s\",\"balances\":{\"AVAILABLE\":24,\"GIVEN\":-25,\"PENDING\":1},\"hash\":\"%s\",\"number\":%d}"
                        .formatted(account, head(number), number));
    }

    public List<String> roots() {
        List<String> records = new ArrayList<>(List.of("halftone-roots 1", seal.keyRecord()));
        rootTexts().forEach(text -> records.add(seal.signed("root", text)));
        return records;
    }

    public static byte[] file(List<String> records) {
        return Sealed.utf8(String.join("\n", records) + "\n");
    }
}
