package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Scope;
import dev.halftone.core.account.UserState;
import dev.halftone.local.journey.AccessRow.Caller;
import dev.halftone.local.journey.Visitor.Answer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Goal: nobody reaches what is not theirs, by any route, in any state. Method: every operation of
 * the API's description is called by everybody who could try, over HTTP.
 */
class AccessMatrixIT {
    private static final List<AccessRow> ROWS = AccessRow.all();
    // Whose confirmation of being there is too old is told that before anything is looked up.
    private static final Set<String> HIDDEN = Set.of("unknown", "reauthentication_required");

    private static Visitor owner;
    private static Visitor stranger;
    private static Belongings belongings;

    @BeforeAll
    static void settle() {
        owner = Visitor.welcomed();
        stranger = Visitor.welcomed();
        belongings = Belongings.of(owner);
    }

    private static List<AccessRow> rows(Caller caller) {
        return ROWS.stream().filter(row -> row.caller() == caller).toList();
    }

    private static List<AccessRow> guarded() {
        return rows(Caller.PERSON).stream().filter(row -> !row.optional()).toList();
    }

    private static Answer call(Visitor visitor, AccessRow row) {
        return visitor.call(row, belongings.name(row.path()));
    }

    private static String code(Answer answer) {
        return answer.body().path("code").asString("");
    }

    private static void assertAll(
            List<AccessRow> rows, Visitor visitor, int status, String... codes) {
        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .allSatisfy(
                        row -> {
                            Answer answer = call(visitor, row);
                            assertThat(answer.code()).as("%s", answer.body()).isEqualTo(status);
                            assertThat(code(answer)).isIn((Object[]) codes);
                        });
    }

    // Who shows nothing gets what is for everybody and nothing else.
    @Test
    void answersWhoeverShowsNothingOnlyWhatIsForEverybody() {
        Visitor nobody = Visitor.nobody();

        assertAll(guarded(), nobody, 401, "sign_in_required");
        assertThat(rows(Caller.EVERYBODY))
                .allSatisfy(
                        row -> assertThat(call(nobody, row).code()).isNotIn(401, 403, 429, 500));
        assertThat(rows(Caller.PROVIDER))
                .allSatisfy(row -> assertThat(call(nobody, row).code()).isIn(401, 404));
    }

    // To others, what somebody has does not exist.
    @Test
    void showsNobodyThatAThingOfAnotherExists() {
        assertStrange(stranger);
    }

    // An operator has no more rights than anybody on the routes of people.
    @Test
    void givesAnOperatorNoRightToWhatOthersHave() {
        Visitor operator = Visitor.welcomed();
        PeopleAccess.halftone().makeOperator(operator.userId());

        assertStrange(operator);
    }

    private static void assertStrange(Visitor visitor) {
        List<AccessRow> naming =
                rows(Caller.PERSON).stream().filter(AccessRow::namesSomething).toList();
        assertThat(naming).hasSizeGreaterThan(30);
        assertThat(naming)
                .allSatisfy(
                        row -> {
                            Answer answer = call(visitor, row);
                            assertThat(answer.code()).as("%s", answer.body()).isIn(403, 404);
                            assertThat(HIDDEN)
                                    .as("%s", answer.body())
                                    .anyMatch(code(answer)::startsWith);
                        });
    }

    // The check above means something: to their owner, the same names lead somewhere.
    @Test
    void showsOwnersWhatIsTheirs() {
        Set<String> mine = belongings.ids().keySet();
        List<AccessRow> reads =
                rows(Caller.PERSON).stream()
                        .filter(AccessRow::isSafe)
                        .filter(row -> mine.stream().anyMatch(each -> row.path().startsWith(each)))
                        .toList();
        assertThat(reads).hasSizeGreaterThan(8);
        assertThat(reads)
                .allSatisfy(
                        row -> {
                            Answer answer = call(owner, row);
                            assertThat(answer.code() < 400 || code(answer).equals("unknown_media"))
                                    .as("%s", answer.body())
                                    .isTrue();
                        });
    }

    // A session that has ended opens nothing from the next request on.
    @Test
    void refusesAnEndedSessionEverywhere() {
        Visitor gone = Visitor.welcomed();
        Visitor copy = gone.withTheSameCookies();
        assertThat(gone.post("/v1/auth/sign-out", Map.of()).code()).isEqualTo(204);

        assertAll(guarded(), copy, 401, "sign_in_required");
    }

    // Who is suspended is kept out of everything from the next request on.
    @Test
    void refusesWhoIsSuspendedEverywhere() {
        Visitor suspended = Visitor.welcomed();
        PeopleAccess.halftone().put(suspended.userId(), UserState.Standing.SUSPENDED);

        assertAll(guarded(), suspended, 403, "account_suspended");
    }

    // Nothing is changed in the name of who merely visits another site.
    @Test
    void refusesEveryChangeThatAnotherSiteAsksFor() {
        List<AccessRow> changes =
                rows(Caller.PERSON).stream().filter(row -> !row.isSafe()).toList();

        assertAll(changes, stranger.onAnotherSite(), 403, "cross_site_request");
    }

    // A token does what its scope says, and never what needs a person.
    @Test
    void refusesATokenWithoutTheScope() {
        Map<String, List<AccessRow>> byScope =
                guarded().stream().collect(Collectors.groupingBy(AccessRow::scope));
        assertThat(byScope).containsKeys("", "read", "create", "manage");
        byScope.forEach(
                (scope, rows) -> {
                    Visitor program = tokenWithout(scope);
                    if (scope.isEmpty()) {
                        assertAll(rows, program, 403, "session_required");
                    } else {
                        assertAll(rows, program, 403, "insufficient_scope");
                    }
                });
    }

    private static Visitor tokenWithout(String scope) {
        Set<Scope> scopes = EnumSet.allOf(Scope.class);
        scopes.removeIf(each -> each.label().equals(scope));
        return Visitor.nobody().showing(PeopleAccess.halftone().token(stranger.userId(), scopes));
    }

    // The same: with the scope, a token reads what its owner may read.
    @Test
    void answersATokenWithTheScope() {
        Visitor program =
                Visitor.nobody()
                        .showing(
                                PeopleAccess.halftone()
                                        .token(owner.userId(), EnumSet.of(Scope.READ)));

        assertThat(guarded())
                .filteredOn(row -> row.isSafe() && row.scope().equals("read"))
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(call(program, row).code()).isNotIn(401, 403, 500));
    }

    // No route of a person is without a limit, and each says which.
    @Test
    void saysOnEveryReadHowManyMoreAreAnswered() {
        assertThat(guarded())
                .filteredOn(AccessRow::isSafe)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        row ->
                                assertThat(call(owner, row).header("ratelimit"))
                                        .startsWith("\"" + row.limit() + "\";r="));
    }
}
