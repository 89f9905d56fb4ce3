package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.FilePayload;
import dev.halftone.verify.Paper;
import dev.halftone.verify.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: the page tells of a statement what the program tells, and a person needs no program.
 *
 * <p>Method: statements and roots that other code than Halftone's sealed and signed.
 */
class StatementCheckIT {
    private static final String PROOF = "**/v1/account/statement/proof";
    private static final String ROOTS = "**/v1/ledger/roots";
    // Every so many bytes; the program itself is held to each of them elsewhere.
    private static final int STRIDE = 11;

    /** What the page itself would do with a file, without its buttons. */
    private static final String CHECK =
            """
            async ([script, files]) => {
              const { check } = await import(script);
              const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
              const said = [];
              for (const file of files) said.push((await check(bytes(file))).words.join("\\n"));
              return said;
            }
            """;

    @RegisterExtension final Visit visit = new Visit();

    private final Paper paper = new Paper(20, 18);
    private final byte[] file = Paper.file(paper.statement());

    @ParameterizedTest
    @EnumSource(Device.class)
    void ticksEveryLineOfAStatementThatIsAsItWasSealed(Device device) {
        Person person = onTheStatement(device);

        person.button("Check my statement").click();

        Locator verdict = person.page().locator(".verdict");
        assertThat(verdict).containsText("Your statement is proved.");
        assertThat(verdict).containsText("Proved: lines 1 to 18 of account");
        assertThat(verdict.locator(".checked-fits")).hasCount(18);
        assertThat(verdict.locator(".checked-waits")).hasCount(2);
        assertThat(verdict.locator(".checked-wrong")).hasCount(0);
        visit.look("proved");
    }

    /** The real one: sealed from the ledger's stream, signed by the schedule, read over HTTP. */
    @Test
    void provesTheStatementOfThisVeryStudioAndTheFileThatItGives() throws IOException {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        person.describes("A quiet street [moderation]");
        person.generates();
        assertThat(person.newest()).containsText("4 credits came back.");
        person.goesTo("Statement");
        visit.untilSigned(person.page(), 3);

        person.button("Check my statement").click();

        Locator verdict = person.page().locator(".verdict");
        assertThat(verdict).containsText("Your statement is proved.");
        assertThat(verdict.locator(".checked-fits")).hasCount(3);
        visit.look("real");
        Download kept =
                person.page().waitForDownload(() -> person.button("Download with proof").click());
        byte[] changed = Files.readAllBytes(kept.path());
        String text = new String(changed, StandardCharsets.ISO_8859_1);
        changed[text.indexOf("\"key\":\"VOID#") + "\"key\":\"VOID#gen_".length()] ^= 1;
        chooses(person, changed);
        assertThat(verdict).containsText("kept.txt is not proved.");
        assertThat(verdict.locator(".checked-wrong")).containsText("Line 3");
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void namesTheLineOfAChosenFileInWhichOneByteIsAnother(Device device) {
        Person person = onTheStatement(device);
        // A character is a byte.
        String text = new String(file, StandardCharsets.ISO_8859_1);
        byte[] tampered = file.clone();
        tampered[text.indexOf("VOID#gen_6") + 5] ^= 1;

        chooses(person, tampered);

        Locator verdict = person.page().locator(".verdict");
        assertThat(verdict).containsText("kept.txt is not proved.");
        assertThat(verdict).containsText("line 7 (VOID#fen_6): changed");
        assertThat(verdict.locator(".checked-wrong")).hasCount(1);
        assertThat(verdict.locator(".checked-wrong")).containsText("Line 7");
        visit.look("tampered");
    }

    @Test
    void saysThatTheRootIsNotTheOneThatOthersAreShown() {
        Person person = onTheStatement(Device.DESKTOP);

        chooses(person, Paper.file(new Paper(5, 5).statement()));

        assertThat(person.page().locator(".verdict")).containsText("is not published");
    }

    /** Whoever can make a chain anew can write any root over it: unsigned, nothing is proved. */
    @Test
    void saysWhichProgramToRunWhereTheBrowserKnowsNoSignatures() {
        Person person = onTheStatement(Device.DESKTOP);
        person.page()
                .evaluate(
                        "() => { crypto.subtle.generateKey = async () => { throw new Error(); };"
                                + " }");

        person.button("Check my statement").click();

        assertThat(person.page().locator(".verdict")).containsText("Your statement is not proved.");
        assertThat(person.page().locator(".verdict"))
                .containsText("The signatures could not be checked here");
        assertThat(person.page().locator(".verdict")).containsText("java VerifyStatement.java");
        visit.look("no-signatures");
    }

    @Test
    void saysOfEveryFileWhatTheProgramSays() {
        Page page = onTheStatement(Device.DESKTOP).page();
        // The page has its modules in one script; here one of them is asked alone.
        page.route(
                "**/assets/test/**",
                route ->
                        route.fulfill(new FulfillOptions().setPath(module(route.request().url()))));
        List<byte[]> files = tampered();

        @SuppressWarnings("unchecked")
        List<String> said =
                (List<String>)
                        page.evaluate(
                                CHECK,
                                List.of(
                                        "/assets/test/js/proof/check.js",
                                        files.stream()
                                                .map(Base64.getEncoder()::encodeToString)
                                                .toList()));

        for (int i = 0; i < files.size(); i++) {
            assertThat(said.get(i) + "\n").isEqualTo(Program.check(files.get(i), null).words());
        }
    }

    private static Path module(String url) {
        return Path.of("../../functions/site/src/main/resources/site")
                .resolve(url.replaceFirst(".*/assets/test/", ""));
    }

    private List<byte[]> tampered() {
        List<byte[]> files =
                new ArrayList<>(List.of(file, Paper.file(paper.statement()), new byte[0]));
        for (int at = 0; at < file.length; at += STRIDE) {
            byte[] flipped = file.clone();
            flipped[at] ^= 1;
            files.add(flipped);
        }
        for (int line = 3; line < 12; line++) {
            List<String> dropped = paper.statement();
            dropped.remove(line);
            files.add(Paper.file(dropped));
            List<String> doubled = paper.statement();
            doubled.add(line, doubled.get(line));
            files.add(Paper.file(doubled));
            List<String> swapped = paper.statement();
            Collections.swap(swapped, line, line + 4);
            files.add(Paper.file(swapped));
        }
        return files;
    }

    private static void chooses(Person person, byte[] content) {
        person.page()
                .getByLabel("Or check a file that you have kept")
                .setInputFiles(new FilePayload("kept.txt", "text/plain", content));
    }

    private Person onTheStatement(Device device) {
        Person person = Person.inTheStudio(visit, device);
        serves(person.page(), PROOF, file);
        serves(person.page(), ROOTS, Paper.file(paper.roots()));
        person.goesTo("Statement");
        assertThat(person.page().getByText("The ledger starts here.")).isVisible();
        return person;
    }

    private static void serves(Page page, String address, byte[] body) {
        page.route(
                address,
                route ->
                        route.fulfill(
                                new FulfillOptions()
                                        .setStatus(200)
                                        .setContentType("text/plain; charset=utf-8")
                                        .setBodyBytes(body)));
    }
}
