package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.privacy.Category;
import dev.halftone.core.privacy.DataSubject;
import dev.halftone.core.privacy.Declaration;
import dev.halftone.core.privacy.Kind;
import dev.halftone.core.privacy.Place;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Protects the comparison itself: each kind of difference is told, and nothing else is. */
class ComparisonTest {
    private static final String EMAIL = "somebody@example.org";
    private static final List<Canary> CANARIES = List.of(Canary.of(Kind.EMAIL, EMAIL));

    private final Observation seen = new Observation();

    @Test
    void isContentWhenEverythingIsAsDeclared() {
        seen.see(new Place.Attribute("T", "PROFILE", "email"), EMAIL);
        seen.see(new Place.Attribute("T", "PROFILE", "parts.17.name"), "x");

        assertThat(differences(declared("email", Kind.EMAIL), declared("parts.*.name", Kind.STATE)))
                .isEmpty();
    }

    @Test
    void tellsWhatIsDeclaredAndNeverSeen() {
        assertThat(differences(declared("email", Kind.EMAIL)))
                .containsExactly("declared but never seen: attribute email of PROFILE in T");
    }

    @Test
    void tellsWhatIsSeenAndNotDeclared() {
        seen.see(new Place.MetricDimension("user"), EMAIL);

        assertThat(differences())
                .containsExactly("undeclared: dimension user of a metric with [EMAIL]");
    }

    @Test
    void tellsAValueThatIsNotSaidToBeThere() {
        seen.see(new Place.Attribute("T", "PROFILE", "note"), "ask " + EMAIL);

        assertThat(differences(declared("note", Kind.STATE)))
                .containsExactly(
                        "EMAIL found, which is not declared, in attribute note of PROFILE in T");
    }

    @Test
    void tellsAValueThatIsSaidToBeThereAndIsNot() {
        seen.see(new Place.Attribute("T", "PROFILE", "note"), "nothing");

        assertThat(differences(declared("note", Kind.EMAIL)))
                .containsExactly(
                        "EMAIL declared, but never found, in attribute note of PROFILE in T");
    }

    @Test
    void findsValuesInTheKeysOfMaps() {
        seen.see(new Place.Attribute("T", "PROFILE", "parts.somebody@example-org.name"), "x");

        List<Canary> canaries = List.of(Canary.of(Kind.EMAIL, "somebody@example-org"));

        assertThat(
                        Comparison.differences(
                                List.of(declared("parts.*.name", Kind.STATE)),
                                Evidence.of(seen, canaries)))
                .containsExactly(
                        "EMAIL found, which is not declared, in attribute parts.*.name of PROFILE"
                                + " in T");
    }

    @Test
    void aStarIsOnePartAndNoMore() {
        seen.see(new Place.Attribute("T", "PROFILE", "parts.17.deep.name"), "x");

        assertThat(differences(declared("parts.*.name", Kind.STATE))).hasSize(2);
    }

    @Test
    void noDeclarationAllowsAnAddressInALog() {
        LogLines.read("{\"note\":\"" + EMAIL + "\"}", seen);
        Declaration permissive =
                new Declaration(
                        new Place.LogKey("note"),
                        Set.of(Kind.EMAIL),
                        DataSubject.USER,
                        Category.TECHNICAL_LOG,
                        "be wrong");

        assertThat(differences(permissive))
                .containsExactly("EMAIL in a log line: {\"note\":\"" + EMAIL + "\"}");
    }

    @Test
    void aLineThatIsNoJsonIsUndeclared() {
        LogLines.read("Exception in thread main", seen);

        assertThat(differences()).hasSize(1).allMatch(each -> each.contains("is no JSON"));
    }

    @Test
    void readsNamesAndDimensionsOfMetrics() {
        LogLines.read(
                "{\"_aws\":{\"CloudWatchMetrics\":[{\"Dimensions\":[[\"user\"]],"
                        + "\"Metrics\":[{\"Name\":\"sign_ins\"}]}]},"
                        + "\"user\":\"somebody\",\"sign_ins\":1,\"note\":\"x\"}",
                seen);

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "undeclared: metric sign_ins",
                        "undeclared: dimension user of a metric",
                        "undeclared: key note of a log line");
    }

    @Test
    void readsCookies() {
        Visitor.see("__Host-tracker=abc; Path=/; Secure", seen);

        assertThat(differences()).containsExactly("undeclared: cookie tracker");
    }

    @Test
    void readsWhatScriptsKeepInTheBrowser() {
        PageStorage.read("localStorage.setItem(\"visits\", 1);", seen);
        PageStorage.read("const SEEN = \"seen\";\nsessionStorage.getItem(key);", seen);
        PageStorage.read("document.cookie = \"a=b\"; localStorage[\"x\"] = 1;", seen);

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "undeclared: browser storage visits",
                        "undeclared: browser storage seen",
                        "undeclared: browser storage document.cookie",
                        "undeclared: browser storage localStorage");
    }

    private Set<String> differences(Declaration... map) {
        return Comparison.differences(List.of(map), Evidence.of(seen, CANARIES));
    }

    private static Declaration declared(String path, Kind kind) {
        return new Declaration(
                new Place.Attribute("T", "PROFILE", path),
                Set.of(kind),
                DataSubject.USER,
                Category.ACCOUNT_IDENTITY,
                "test");
    }
}
