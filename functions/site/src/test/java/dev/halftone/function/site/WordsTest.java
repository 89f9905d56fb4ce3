package dev.halftone.function.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Rule;
import dev.halftone.testing.EventFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Protects: whatever the page says, it says in every language that it offers. */
class WordsTest {
    private static final Path FOLDER =
            EventFile.repository().resolve("functions/site/src/main/resources/site/js");
    private static final int FOLDERS_MAX = 4;
    private static final Path GERMAN = FOLDER.resolve("words/de.js");
    private static final Pattern ENTRY =
            Pattern.compile("(?m)^  \"((?:[^\"\\\\]|\\\\.)+)\": (.+),$");
    private static final Pattern PROFILED =
            Pattern.compile(
                    "(?m)^[ -]*(?:tagline|description|marks|disclosure|obligation|note): (.+)$");
    private static final Pattern SAY_IMPORTED =
            Pattern.compile("import \\{[^}]*\\bsay\\b[^}]*} from \"[./]*/language\\.js\"");
    private static final Pattern SAID = Pattern.compile("(?<!\\w)say$");
    private static final Pattern FORM = Pattern.compile("\\bother: $");
    private static final Pattern TAG = Pattern.compile("\\w$");
    private static final Pattern HOLE = Pattern.compile("\\{\\w+}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

    /** Begins like a sentence, or has several words. */
    private static final Pattern SENTENCE = Pattern.compile("\\W*\\p{Lu}\\p{Ll}.*|\\S.* .*\\S");

    /** What stands before a text that nobody reads: its name as an attribute, or a call. */
    private static final Pattern UNREAD =
            Pattern.compile(
                    "(?:\\bclass: [^,\\n"
                        + "]*|\\b(?:id|type|for|role|href|rel|accept|viewBox|inputmode|autocomplete|kind|value|loading|src|pattern)\"?:"
                        + " |aria-(?:controls|labelledby|describedby|live|current|pressed)\":"
                        + " |\\bone: |\\b(?:h|svg)\\(\\s*|[!=]== |case |from |import"
                        + " |import\\(|\\w*(?:Event|Error|Listener|Selector"
                        + "|SelectorAll|Item|Attribute|matches|matchMedia|define|closest)\\([^\"`]*)$");

    /**
     * Modules that speak to programs: the API, a file format, what a statement's file says. The
     * page about the API shows a document that is in English.
     */
    private static final Set<String> SILENT =
            Set.of(
                    "api.js",
                    "http.js",
                    "language.js",
                    "trace.js",
                    "mark/",
                    "proof/",
                    "words/",
                    "elements/api-page.js");

    private static final Set<String> NO_WORDS =
            Set.of(
                    "Content-Type",
                    "Idempotency-Key",
                    "low sun",
                    "java VerifyStatement.java halftone-statement.txt");

    @Test
    void hasAGermanEntryForEveryTextThatSomebodyReads() {
        Set<String> known = german().keySet();

        assertThat(modules()).hasSizeGreaterThan(80);
        assertThat(inModules(code -> spoken(code).stream().filter(words -> !known.contains(words))))
                .isEmpty();
    }

    /** A sentence that is put together of values can only be looked up with its marks. */
    @Test
    void marksEverySentenceThatHoldsValues() {
        assertThat(inModules(code -> unmarked(code).stream())).isEmpty();
    }

    /** Whoever chooses a model in German is told in German who gets what they write. */
    @Test
    void hasAGermanEntryForWhatTheProfilesSay() {
        List<String> said =
                files(EventFile.repository().resolve("infra/profiles"), ".yaml")
                        .flatMap(file -> PROFILED.matcher(read(file)).results())
                        .map(found -> found.group(1).strip())
                        .toList();

        assertThat(said).hasSizeGreaterThan(30);
        assertThat(german().keySet()).containsAll(said);
    }

    @Test
    void hasAGermanEntryForEveryRuleThatCreditsEndBy() {
        assertThat(german().keySet())
                .containsAll(Arrays.stream(Rule.values()).map(Rule::sentence).toList());
    }

    /** Nothing else tells before the page is opened: no compiler reads it. */
    @Test
    void marksSentencesWithNothingElse() {
        assertThat(
                        inModules(
                                code ->
                                        ModuleText.of(code).stream()
                                                .filter(text -> text.template() && !isMarked(text))
                                                .filter(text -> TAG.matcher(text.before()).find())
                                                .map(ModuleText.Text::words)))
                .isEmpty();
        assertThat(modules())
                .allSatisfy(
                        (name, code) ->
                                assertThat(
                                                !code.contains("say`")
                                                        || SAY_IMPORTED.matcher(code).find())
                                        .as(name)
                                        .isTrue());
    }

    @Test
    void keepsEveryValueOfASentence() {
        assertThat(german())
                .allSatisfy(
                        (english, words) -> assertThat(holes(words)).containsAll(holes(english)));
    }

    @Test
    void holdsTheScanToPlantedFaults() {
        String planted =
                """
                // "A comment says nothing."
                h("p", { class: "note warning", title: "A planted title" }, "A planted sentence.");
                const pattern = /"[^"]*"/;
                announce(say`${name} is planted with ${count(`${x}`)}.`);
                counted(n, { one: "{0} plant", other: "{0} plants" });
                element.textContent = `${name} is unmarked`;
                element.title = saysay`${name} is marked twice`;
                """;

        assertThat(spoken(planted))
                .containsExactlyInAnyOrder(
                        "A planted title",
                        "A planted sentence.",
                        "{0} is planted with {1}.",
                        "{0} plants");
        assertThat(unmarked(planted)).containsExactly("{0} is unmarked", "{0} is marked twice");
    }

    private static List<String> inModules(Function<String, Stream<String>> texts) {
        return modules().entrySet().stream()
                .flatMap(
                        module ->
                                texts.apply(module.getValue())
                                        .map(words -> module.getKey() + ": " + words))
                .toList();
    }

    private static Set<String> spoken(String code) {
        return ModuleText.of(code).stream()
                .filter(text -> isMarked(text) || (!text.template() && isRead(text)))
                .map(text -> text.words().strip())
                .filter(words -> LETTERS.matcher(HOLE.matcher(words).replaceAll("")).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> unmarked(String code) {
        return ModuleText.of(code).stream()
                .filter(text -> text.template() && !isMarked(text) && isRead(text))
                .map(ModuleText.Text::words)
                .filter(words -> words.contains("{0}"))
                .toList();
    }

    private static boolean isMarked(ModuleText.Text text) {
        return (text.template() ? SAID : FORM).matcher(text.before()).find();
    }

    private static boolean isRead(ModuleText.Text text) {
        String words = HOLE.matcher(text.words()).replaceAll("").strip();
        return SENTENCE.matcher(words).matches()
                && LETTERS.matcher(words).find()
                && !words.startsWith("(prefers-")
                && !words.matches("[A-Z]+ /.*|\\w+, \\w+")
                && !NO_WORDS.contains(words)
                && !UNREAD.matcher(text.before()).find();
    }

    private static Set<String> holes(String words) {
        return HOLE.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Map<String, String> german() {
        return ENTRY.matcher(read(GERMAN))
                .results()
                .collect(
                        Collectors.toMap(
                                entry -> entry.group(1).replace("\\\"", "\""),
                                entry -> entry.group(2)));
    }

    private static Map<String, String> modules() {
        Map<String, String> modules = new TreeMap<>();
        files(FOLDER, ".js")
                .forEach(file -> modules.put(FOLDER.relativize(file).toString(), read(file)));
        modules.keySet().removeIf(name -> SILENT.stream().anyMatch(name::startsWith));
        return modules;
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder, FOLDERS_MAX)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
