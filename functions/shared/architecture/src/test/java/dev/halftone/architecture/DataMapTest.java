package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.privacy.DataMap;
import dev.halftone.core.privacy.Place;
import dev.halftone.core.privacy.Recipient;
import dev.halftone.core.privacy.Table;
import dev.halftone.core.profile.SignInWay;
import dev.halftone.lambda.PaymentAddresses;
import dev.halftone.lambda.ProfileReader;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

// Protects the data map from code and stacks that no test happens to walk through.
final class DataMapTest {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("= \"(\\w+)\"; // (?:S|N|B|BOOL|M|L|SS|NS)\\b");
    private static final Pattern WRITTEN_KEY =
            Pattern.compile("(?:addKeyValue|MDC\\.put(?:Closeable)?)\\(\\s*([^,]+),");

    @Test
    void everyTableIsInIt() {
        assertThat(Template.data().resources("AWS::DynamoDB::Table").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Table.values()).map(Table::logicalId).toList());
    }

    // A write that is rare in use is still a write.
    @Test
    void everyAttributeThatTheCodeNamesIsInIt() {
        Set<String> declared =
                DataMap.declarations().stream()
                        .map(each -> each.place())
                        .filter(Place.Attribute.class::isInstance)
                        .map(place -> ((Place.Attribute) place).path())
                        .flatMap(path -> Stream.of(path.split("\\.|\\[]\\.?", -1)))
                        .collect(Collectors.toSet());
        List<String> named =
                sources("functions/shared/dynamodb/src/main")
                        .flatMap(text -> ATTRIBUTE.matcher(text).results())
                        .map((MatchResult match) -> match.group(1))
                        .distinct()
                        .toList();

        assertThat(named).hasSizeGreaterThan(60).allMatch(declared::contains);
    }

    @Test
    void everyHostThatADeploymentCallsHasARecipient() {
        Stream<URI> parameters =
                Template.functions().root().at("Parameters").entries().values().stream()
                        .map(parameter -> parameter.at("Default").text())
                        .filter(value -> value.startsWith("https://"))
                        .map(URI::create);
        Stream<URI> providers =
                ProfileReader.read("halftone").catalogue().providers().values().stream()
                        .flatMap(provider -> Stream.of(provider.baseUrl(), provider.callbackKeys()))
                        .filter(Objects::nonNull);
        Stream<URI> issuers =
                ProfileReader.read("halftone").signIn().list().stream().map(SignInWay::issuer);
        Stream<URI> processors = Stream.of(new PaymentAddresses("", Map.of()).stripe());
        Set<String> configured =
                Stream.of(parameters, providers, issuers, processors)
                        .flatMap(addresses -> addresses)
                        .map(URI::getHost)
                        .collect(Collectors.toSet());

        // One host may serve two ends, and is then two recipients.
        assertThat(
                        Arrays.stream(Recipient.values())
                                .flatMap(recipient -> recipient.hosts().stream())
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(configured);
    }

    @Test
    void everyKeyOfALogLineComesFromIt() {
        List<String> keys =
                sources("functions")
                        .flatMap(DataMapTest::keys)
                        .filter(key -> !key.equals("\"metric\""))
                        .toList();

        assertThat(keys).hasSizeGreaterThan(20).allMatch(DataMapTest::isOfTheMap);
    }

    @Test
    void noticesAKeyThatDoesNot() {
        assertThat(keys("LOG.atInfo().addKeyValue(\"mail\", mail)"))
                .noneMatch(DataMapTest::isOfTheMap);
    }

    private static Stream<String> keys(String source) {
        return WRITTEN_KEY.matcher(source).results().map((MatchResult match) -> match.group(1));
    }

    private static boolean isOfTheMap(String key) {
        return key.matches("LogField\\.[A-Z_]+\\.key\\(\\)");
    }

    private static Stream<String> sources(String folder) {
        return Repository.filesEndingWith(".java", Repository.file(folder)).stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(Repository::text);
    }
}
