package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

// Protects the check of answers from passing whatever it is shown: each fault is planted once.
final class AnswerRulesTest {
    private static final AnswerRules RULES = new AnswerRules(ApiDescription.read());
    private static final String PROJECT =
            """
            {"id":"prj_1","name":"A","direction":null,"createdAt":"2026-03-01T12:00:00Z"}\
            """;

    private static List<String> findings(String method, String path, int status, String body) {
        return RULES.findings(answer(method, path, status, body));
    }

    private static SeenAnswer answer(String method, String path, int status, String body) {
        return SeenAnswer.parse(
                """
                {"method":"%s","path":"%s","status":%d,"type":"%s","empty":%s,"body":%s}\
                """
                        .formatted(
                                method,
                                path,
                                status,
                                status < 400 ? "application/json" : "application/problem+json",
                                body.equals("null"),
                                body));
    }

    private static String problem(String code) {
        return """
        {"type":"about:blank","title":"Conflict","status":409,"code":"%s","detail":"No.",\
        "requestId":"1"}\
        """
                .formatted(code);
    }

    @Test
    void findsNothingInWhatIsDescribed() {
        assertThat(findings("POST", "/v1/projects", 201, PROJECT)).isEmpty();
        assertThat(findings("POST", "/v1/projects", 409, problem("too_many_projects"))).isEmpty();
        assertThat(findings("DELETE", "/v1/generations/gen_1", 204, "null")).isEmpty();
    }

    @Test
    void findsAStatusThatIsNotDescribed() {
        assertThat(findings("POST", "/v1/projects", 203, PROJECT)).hasSize(1);
    }

    @Test
    void findsAMemberTooManyAndAMemberTooFew() {
        assertThat(findings("POST", "/v1/projects", 201, PROJECT.replace("{", "{\"owner\":\"x\",")))
                .hasSize(1);
        assertThat(findings("POST", "/v1/projects", 201, PROJECT.replace("\"name\":\"A\",", "")))
                .hasSize(1);
    }

    @Test
    void findsAValueOfAnotherKind() {
        assertThat(findings("POST", "/v1/projects", 201, PROJECT.replace("\"A\"", "7"))).hasSize(1);
    }

    @Test
    void findsACodeThatIsNotListedAndABodyWhereThereIsNone() {
        assertThat(findings("POST", "/v1/projects", 409, problem("planted_code"))).hasSize(1);
        assertThat(findings("DELETE", "/v1/generations/gen_1", 204, "{}")).hasSize(1);
    }

    @Test
    void findsASuccessThatNoTestHasSeen() {
        List<SeenAnswer> seen = List.of(answer("POST", "/v1/projects", 201, PROJECT));

        assertThat(RULES.unseen(seen))
                .contains("POST /v1/projects 200")
                .doesNotContain("POST /v1/projects 201");
    }
}
