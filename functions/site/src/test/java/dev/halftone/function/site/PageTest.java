package dev.halftone.function.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Session;
import dev.halftone.testing.EventFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the page's files to what its content security policy and its readers need: no browser is
 * run, so each rule is one of text.
 */
class PageTest {
    private static final Path FOLDER =
            EventFile.repository().resolve("functions/site/src/main/resources/site");
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"/([^\"]+)\"");
    private static final Pattern IMPORT =
            Pattern.compile("(?:from |import |=> import\\()\"([^\"]+)\"");
    private static final Pattern ROUTE =
            Pattern.compile("\"(GET|POST|PUT|PATCH|DELETE) (/v1/[^\"]+)\"");
    private static final Pattern FOREIGN = Pattern.compile("(?:https?:)?//[a-z0-9.-]+\\.[a-z]{2,}");
    private static final int LINES_MAX = 250;

    @Test
    void hasNoFileThatThePageDoesNotLeadTo() {
        Set<String> reached = new TreeSet<>();
        matches(REFERENCE, read(FOLDER.resolve("index.html")))
                .forEach(file -> reach(file, reached));

        assertThat(reached).isEqualTo(new TreeSet<>(filesBeside("index.html")));
    }

    private static void reach(String file, Set<String> reached) {
        if (reached.add(file)) {
            Path named = FOLDER.resolve(file);
            for (String imported : imports(named)) {
                Path target = named.resolveSibling(imported).normalize();
                reach(FOLDER.relativize(target).toString(), reached);
            }
        }
    }

    @Test
    void hasNoInlineScriptOrStyle() {
        String page = read(FOLDER.resolve("index.html"));

        assertThat(page).doesNotContain("<style", "style=", "onclick", "onload", "javascript:");
        assertThat(matches(Pattern.compile("<script([^>]*)>\\s*\\S*?</script>"), page))
                .hasSize(1)
                .allMatch(attributes -> attributes.contains("src="));
    }

    @Test
    void neverReadsDataAsMarkupOrCode() {
        assertThat(files(".js").filter(module -> !module.endsWith("dom.js")))
                .allSatisfy(
                        module ->
                                assertThat(read(module))
                                        .doesNotContain(
                                                "innerHTML",
                                                "outerHTML",
                                                "insertAdjacentHTML",
                                                "document.write",
                                                "eval(",
                                                "new Function"));
    }

    @Test
    void namesNoOtherSite() {
        assertThat(files(""))
                .allSatisfy(
                        file -> {
                            // A namespace is a name, not an address.
                            String text =
                                    read(file)
                                            .replace("http://www.w3.org/2000/svg", "")
                                            .replace("http://ns.adobe.com/xap/1.0/", "");
                            assertThat(matches(FOREIGN, text)).isEmpty();
                        });
    }

    @Test
    void callsOnlyRoutesOfTheTemplate() {
        String template = read(EventFile.repository().resolve("template.yaml"));
        List<String> routes =
                files(".js")
                        .flatMap(module -> ROUTE.matcher(read(module)).results())
                        .map(PageTest::inTemplate)
                        .toList();

        assertThat(routes).hasSizeGreaterThan(25).allMatch(template::contains);
    }

    /** Nobody is signed in unasked: a click loads the scripts, and they choose nobody. */
    @Test
    void letsNoProvidersScriptSignInWhoHasNotAskedForIt() {
        List<String> users =
                files(".js")
                        .map(PageTest::read)
                        .filter(module -> module.contains("provider-scripts.js\""))
                        .toList();

        assertThat(users)
                .singleElement()
                .asString()
                .contains("const scripts = () => import(\"../account/provider-scripts.js\");");
        assertThat(files(".js").map(PageTest::read).filter(code -> code.contains(".prompt()")))
                .singleElement()
                .asString()
                .contains("auto_select: false");
    }

    /** The notice is what people agree to: it may not say less than what is done. */
    @Test
    void saysInThePrivacyNoticeHowLongThingsAreReallyKept() {
        String template = read(EventFile.repository().resolve("template.yaml"));

        assertThat(matches(Pattern.compile("RetentionInDays: (\\d+)"), template))
                .containsExactly("30");
        assertThat(read(FOLDER.resolve("js/elements/privacy-page.js")))
                .contains("\"30 days\"")
                .contains(
                        "\"%d days unused, %d days at most\""
                                .formatted(Session.IDLE_MAX.toDays(), Session.AGE_MAX.toDays()));
    }

    @Test
    void asksTheApiInOnePlaceOnly() {
        assertThat(files(".js").filter(module -> read(module).contains("fetch(")))
                .containsExactly(FOLDER.resolve("js/http.js"));
    }

    /** Who loads one of its pages again, or comes by a link, must not be told that it is none. */
    @Test
    void hasEachOfItsPagesServed() {
        String router = read(FOLDER.resolve("js/router.js"));
        Set<String> pages = matches(Pattern.compile("\"/([a-z]+)\"[,\\]]"), router);

        assertThat(pages).hasSizeGreaterThan(8).isEqualTo(new TreeSet<>(ServeFile.PAGES));
    }

    /** A catalogue of words is a table: nobody reads it from its begin to its end. */
    @Test
    void keepsItsFilesShort() {
        assertThat(files(".js").filter(file -> !file.startsWith(FOLDER.resolve("js/words"))))
                .allSatisfy(
                        file ->
                                assertThat(read(file).lines().count())
                                        .as(file.toString())
                                        .isLessThanOrEqualTo(LINES_MAX));
    }

    private static String inTemplate(MatchResult route) {
        return "Method: " + route.group(1) + ", Path: " + quoted(route.group(2)) + " }";
    }

    private static String quoted(String path) {
        return path.contains("{") ? '"' + path + '"' : path;
    }

    private static List<String> imports(Path module) {
        return IMPORT.matcher(read(module)).results().map(found -> found.group(1)).toList();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(Math.min(1, found.groupCount())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> filesBeside(String excluded) {
        return files("")
                .map(file -> FOLDER.relativize(file).toString())
                .filter(file -> !file.equals(excluded))
                .toList();
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
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
