package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.privacy.Category;
import dev.halftone.core.privacy.DataMap;
import dev.halftone.core.privacy.DataSubject;
import dev.halftone.core.privacy.Declaration;
import dev.halftone.core.privacy.Kind;
import dev.halftone.core.privacy.Place;
import dev.halftone.testing.Buyer;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Protects the data map: it says what is stored, logged, set and sent, no less and no more. One
 * person uses the whole product; then what should not be is done, and has to be noticed.
 */
class DataMapIT {
    private static final Observation SEEN = new Observation();
    @TempDir private static Path state;
    private static Studio studio;
    private static Visitor visitor;
    private static List<Canary> canaries;
    private static Evidence evidence;
    private static String buyer;

    @BeforeAll
    static void useTheProduct() throws IOException {
        studio = Studio.start(state);
        visitor = studio.visitor(SEEN);
        Journey journey = new Journey(visitor);
        journey.signIn();
        journey.letAProgramIn();
        changeTheAccount(journey);
        Corners corners = new Corners(studio.stores().tables());
        corners.giveEnough();
        BroughtFiles files = new BroughtFiles(visitor, journey);
        files.upload();
        journey.askForPictures();
        journey.sayWhatMayNotBeMade();
        journey.haveATableMade();
        new StoryInShots(visitor, journey).tell();
        corners.pauseATable();
        buyer = new Purchases(studio.stores().tables()).make();
        journey.meetARevokedKey(studio::checkKeys);
        journey.spendTooMuch(new Spent(studio.stores().tables()));
        files.name(studio.sandbox());
        corners.bringFromElsewhere();
        corners.signInFromAKnownAddress();
        new Shopping(visitor, studio.bank(), studio.stores().tables()).go();
        journey.lookAround();
        studio.sweepSomethingOverdue();
        studio.failAtAnUnreadableMessage();
        putOrders();
        studio.sealAndSign();
        journey.signOut();
        studio.report(SEEN);
        journey.learnFrom(SEEN);
        corners.giveWhatEnds();
        corners.forge();
        OtherFormats.put(studio.stores().objects(), Samples.userId(71), journey.delivered());
        studio.reconcile();
        studio.finishTooLate(corners.reach(journey.account(), journey.delivered()));
        studio.report(SEEN);
        canaries = canaries(journey);
        evidence = Evidence.of(SEEN, canaries);
    }

    private static void putOrders() throws IOException {
        new FurtherOrders(studio.sandbox()).put();
        new BroughtOrders(studio.sandbox(), state).put();
    }

    private static void changeTheAccount(Journey journey) {
        AccountChanges changes = new AccountChanges(visitor, journey);
        changes.takeAnotherAddress(studio::mailedCode);
        changes.reportAMinor();
        new OtherWays(visitor, journey).link(studio.sandbox());
        AccountChanges.put(studio.stores().tables());
    }

    private static List<Canary> canaries(Journey journey) {
        List<Canary> canaries = new ArrayList<>(journey.canaries());
        canaries.add(Canary.of(Kind.UPLOAD, Corners.HOST));
        canaries.add(Canary.of(Kind.INTERNET_ADDRESS, Corners.INTERNET));
        canaries.add(Canary.of(Kind.USER_ID, Samples.userId(71).value()));
        canaries.add(Canary.of(Kind.ACCOUNT_ID, Corners.ACCOUNT.value()));
        canaries.add(Canary.of(Kind.ACCOUNT_ID, Corners.FORGED.value()));
        canaries.add(Canary.of(Kind.ACCOUNT_ID, buyer));
        canaries.add(Canary.of(Kind.EMAIL, Buyer.BILLING_EMAIL));
        canaries.add(Canary.of(Kind.CHECKOUT, Purchases.CHECKOUT));
        return canaries;
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    /** Goal: the map is complete and alive. Method: compare both ways, place by place. */
    @Test
    void saysWhatIsStoredLoggedSetAndSentAndNothingElse() {
        assertThat(Comparison.differences(DataMap.declarations(), evidence)).isEmpty();
    }

    /** Goal: logs tell nothing of people. Method: look for all they typed, in many encodings. */
    @Test
    void noLineOfTheLogHoldsWhatAPersonTypedOrAnySecret() {
        assertThat(canaries)
                .extracting(Canary::kind)
                .contains(
                        EnumSet.complementOf(EnumSet.of(Kind.PICTURE)).stream()
                                .filter(kind -> !kind.mayBeLogged())
                                .toArray(Kind[]::new));
        assertThat(SEEN.lines()).hasSizeGreaterThan(50);
        assertThat(evidence.told()).isEmpty();
    }

    /**
     * Goal: whoever copies the stores can act for nobody. Method: look for the secrets of sessions
     * and tokens in every form that every item ever had, in many encodings.
     */
    @Test
    void noStoreHoldsWhatOpensAnAccount() {
        assertThat(openers(evidence)).isEmpty();
        assertThat(canaries).filteredOn(each -> each.kind() == Kind.SESSION_SECRET).hasSize(4);
    }

    @Test
    void noticesASecretThatIsReallyStored() {
        Canary secret =
                canaries.stream()
                        .filter(each -> each.kind() == Kind.SESSION_SECRET)
                        .findFirst()
                        .orElseThrow();
        Observation observation =
                observed(
                        () ->
                                studio.put(
                                        "SessionsTable",
                                        Map.of(
                                                "pk", text("USER#planted"),
                                                "sk", text("STATE"),
                                                "standing",
                                                        text(secret.forms().iterator().next()))));

        assertThat(openers(Evidence.of(observation, canaries)))
                .containsExactly("attribute standing of STATE in SessionsTable");
    }

    /** Goal: no cookie can be read by a script, sent in clear or planted by a neighbour. */
    @Test
    void everyCookieIsForThisHostAndForNoScript() {
        assertThat(visitor.setCookies())
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("__Host-")
                                        .contains("; Path=/;", "; Secure; HttpOnly; SameSite=Lax"));
    }

    @Test
    void missesEveryDeclarationThatIsTakenAway() {
        for (Declaration taken : DataMap.declarations()) {
            List<Declaration> rest =
                    DataMap.declarations().stream().filter(each -> !each.equals(taken)).toList();

            assertThat(Comparison.differences(rest, evidence))
                    .as(taken.place().line())
                    .isNotEmpty()
                    .allMatch(each -> each.startsWith("undeclared: "));
        }
    }

    @Test
    void noticesADeclarationOfWhatDoesNotExist() {
        List<Declaration> more = new ArrayList<>(DataMap.declarations());
        more.add(
                new Declaration(
                        new Place.Attribute("AccountsTable", "PROFILE", "nickname"),
                        Set.of(Kind.PERSON_NAME),
                        DataSubject.USER,
                        Category.ACCOUNT_IDENTITY,
                        "be gone"));

        assertThat(Comparison.differences(more, evidence))
                .containsExactly(
                        "declared but never seen: attribute nickname of PROFILE in AccountsTable");
    }

    @Test
    void noticesAnAttributeThatIsReallyStored() {
        Set<String> differences =
                after(
                        () ->
                                studio.put(
                                        "AccountsTable",
                                        Map.of(
                                                "pk", text("USER#planted"),
                                                "sk", text("PROFILE"),
                                                "nickname", text(Journey.EMAIL))));

        assertThat(differences)
                .contains("undeclared: attribute nickname of PROFILE in AccountsTable with [EMAIL]")
                .hasSize(1);
    }

    @Test
    void noticesAnAttributeInsideAMapAndInsideAList() {
        Map<String, AttributeValue> planted = Map.of("planted", text("x"));
        Set<String> differences =
                after(
                        () ->
                                studio.put(
                                        "StudioTable",
                                        Map.of(
                                                "pk",
                                                text("GENERATION#planted"),
                                                "sk",
                                                text("GENERATION"),
                                                "stateDetail",
                                                AttributeValue.fromM(
                                                        Map.of(
                                                                "request",
                                                                AttributeValue.fromM(planted),
                                                                "results",
                                                                AttributeValue.fromL(
                                                                        List.of(
                                                                                AttributeValue
                                                                                        .fromM(
                                                                                                planted))))))));

        assertThat(differences)
                .containsExactlyInAnyOrder(
                        "undeclared: attribute stateDetail.request.planted of GENERATION in"
                                + " StudioTable",
                        "undeclared: attribute stateDetail.results[].planted of GENERATION in"
                                + " StudioTable");
    }

    @Test
    void noticesAKeyOfALogLineThatIsReallyWritten() {
        Set<String> differences =
                after(
                        () ->
                                LoggerFactory.getLogger("planted")
                                        .atInfo()
                                        .addKeyValue("planted", "x")
                                        .log("Planted"));

        assertThat(differences).containsExactly("undeclared: key planted of a log line");
    }

    @Test
    void noticesAnAddressInALogLineThatIsReallyWritten() {
        Set<String> differences =
                after(() -> LoggerFactory.getLogger("planted").info("Wrote to " + Journey.EMAIL));

        assertThat(differences)
                .anyMatch(each -> each.startsWith("EMAIL in a log line: {\"level\":\"INFO\""))
                .contains("EMAIL found, which is not declared, in key message of a log line");
    }

    @Test
    void noticesAFieldOfAMessageThatIsReallySent() {
        MessageAttributeValue attribute =
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(Journey.EMAIL)
                        .build();
        Set<String> differences =
                after(
                        () ->
                                studio.send(
                                        "{\"v\":9,\"prompt\":\"" + Journey.PROMPT + "\"}",
                                        Map.of("planted", attribute)));

        assertThat(differences)
                .contains(
                        "undeclared: body.prompt of a message with [PROMPT]",
                        "undeclared: attribute.planted of a message with [EMAIL]");
    }

    @Test
    void noticesAnObjectAndAHeaderThatAreReallyStored() {
        String bucket = "halftone-mediabucket";
        String key = "misc/planted.txt";
        S3Client objects = studio.stores().objects();
        Set<String> differences =
                after(
                        () ->
                                objects.putObject(
                                        put ->
                                                put.bucket(bucket)
                                                        .key(key)
                                                        .metadata(Map.of("for", Journey.EMAIL)),
                                        RequestBody.fromString(Journey.PROMPT)));
        objects.deleteObject(delete -> delete.bucket(bucket).key(key));

        assertThat(differences)
                .contains(
                        "undeclared: object misc/planted.txt",
                        "undeclared: content of object misc/planted.txt with [PROMPT]",
                        "undeclared: header x-amz-meta-for of an object with [EMAIL]");
    }

    @Test
    void noticesARecipientThatIsReallyCalled() {
        Set<String> differences =
                after(
                        () -> {
                            call("http://tracker.invalid/collect?who=" + Journey.EMAIL, "");
                            call("https://tracker.invalid/", "");
                        });

        assertThat(differences)
                .contains("undeclared: query.who to tracker.invalid with [EMAIL]")
                .contains("undeclared: path to tracker.invalid");
    }

    @Test
    void noticesAFieldThatIsReallySentToAKnownRecipient() {
        Set<String> differences =
                after(
                        () ->
                                call(
                                        studio.sandbox() + "/fal/fal-ai/flux/dev",
                                        "{\"user\":\"" + Journey.EMAIL + "\"}"));

        assertThat(differences).contains("undeclared: body.user to fal.ai with [EMAIL]");
    }

    /** The differences that an act alone makes; what it does not show is not missing. */
    private static Set<String> after(Runnable act) {
        Set<String> differences =
                Comparison.differences(
                        DataMap.declarations(), Evidence.of(observed(act), canaries));
        differences.removeIf(each -> each.startsWith("declared but never seen"));
        differences.removeIf(each -> each.contains("declared, but never found"));
        return differences;
    }

    private static Observation observed(Runnable act) {
        studio.report(new Observation());
        act.run();
        Observation observation = new Observation();
        studio.report(observation);
        return observation;
    }

    /** Where else than in a cookie there is what opens an account. */
    private static List<String> openers(Evidence seen) {
        return seen.places().entrySet().stream()
                .filter(each -> each.getValue().kinds().contains(Kind.SESSION_SECRET))
                .map(Map.Entry::getKey)
                .filter(place -> !(place instanceof Place.Cookie))
                .map(Place::line)
                .toList();
    }

    private static void call(String address, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException _) {
            // Nobody answers there; that it was tried is what counts.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }
}
