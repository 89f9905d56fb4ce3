package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.halftone.browser.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Protects: the id that the page chooses at a click is the one on the lines of the ledger that the
 * click caused, and the one that it tells a person to quote.
 */
class TraceIT {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-01");
    private static final Pattern LINE =
            Pattern.compile("\"kind\":\"(\\w+)\"[^}]*\"traceId\":\"?(\\w+)");
    private static final String SUBMIT = "**/v1/generations";

    @RegisterExtension final Visit visit = new Visit();

    @Test
    void carriesTheTraceOfTheClickToTheLinesOfTheStatement() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        person.describes("A letter box in the snow");

        Request click = page.waitForRequest(SUBMIT, person::generates);
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        Response statement =
                page.waitForResponse(
                        answer -> answer.url().contains("/v1/account/statement"),
                        () -> person.goesTo("Statement"));

        String trace = trace(click);
        assertThat(click.response().headerValue("x-trace-id")).isEqualTo(trace);
        assertThat(lines(statement.text()))
                .containsExactly("post " + trace, "pending " + trace, "grant null");
    }

    @Test
    void namesEachActionAndNoMereReading() {
        List<Request> requests = new ArrayList<>();
        Person person = new Person(visit, Device.PHONE);
        person.page().onRequest(requests::add);
        person.arrives();
        person.choosesToSignIn();
        person.signsIn();
        person.acceptsThePolicy();
        person.begins();
        person.describes("A pigeon with a letter");
        person.generates();
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();

        List<String> changing =
                requests.stream()
                        .filter(each -> each.url().contains("/v1/") && isPost(each))
                        .map(TraceIT::trace)
                        .toList();
        assertThat(changing).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(requests.stream().filter(each -> !isPost(each)))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.headerValue("traceparent")).isNull());
    }

    @Test
    void keepsTheTraceForEveryAttemptOfOneClick() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        List<String> attempts = new ArrayList<>();
        page.route(
                SUBMIT,
                route -> {
                    if (!isPost(route.request())) {
                        route.resume();
                        return;
                    }
                    attempts.add(trace(route.request()));
                    if (attempts.size() == 1) {
                        route.abort("connectionreset");
                    } else {
                        route.resume();
                    }
                });
        person.describes("A letter that came back");

        person.generates();

        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        assertThat(attempts).hasSize(2);
        assertThat(attempts.getLast()).isEqualTo(attempts.getFirst());
        expect("net::ERR_CONNECTION_RESET");
    }

    /** Even of an answer that names no trace, as one of a gateway in between. */
    @Test
    void tellsThePersonWhatToQuoteWhereSomethingFailed() {
        Person person = Person.inTheStudio(visit, Device.PHONE);
        Page page = person.page();
        page.route(
                SUBMIT,
                route ->
                        route.fulfill(
                                new FulfillOptions()
                                        .setStatus(400)
                                        .setContentType("application/json")
                                        .setBody("{\"message\":\"Bad Request\"}")));
        person.describes("A parcel that nobody takes");

        Request click = page.waitForRequest(SUBMIT, person::generates);

        assertThat(page.getByText("quote trace " + trace(click))).isVisible();
        visit.look("quote");
        expect("400");
    }

    private void expect(String words) {
        visit.expect(Kind.FAILED_REQUEST, words);
        visit.expect(Kind.CONSOLE, words);
    }

    private static boolean isPost(Request request) {
        return request.method().equals("POST");
    }

    private static String trace(Request request) {
        @Nullable String header = request.headerValue("traceparent");
        Matcher matcher = TRACEPARENT.matcher(header == null ? "" : header);
        assertThat(matcher.matches()).as("%s %s", request.url(), header).isTrue();
        return matcher.group(1);
    }

    private static List<String> lines(String statement) {
        return LINE.matcher(statement)
                .results()
                .map((MatchResult line) -> line.group(1) + " " + line.group(2))
                .toList();
    }
}
