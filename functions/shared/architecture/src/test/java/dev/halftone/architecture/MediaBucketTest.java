package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

// Protects people's pictures: never public, never in plain text, gone when deleted.
final class MediaBucketTest {
    private static final Template DATA = Template.data();
    private static final TemplateValue BUCKET = DATA.resource("MediaBucket").at("Properties");

    @Test
    void publicAccessIsBlocked() {
        assertThat(BUCKET.at("PublicAccessBlockConfiguration").entries())
                .containsOnlyKeys(
                        "BlockPublicAcls",
                        "BlockPublicPolicy",
                        "IgnorePublicAcls",
                        "RestrictPublicBuckets")
                .allSatisfy((_, value) -> assertThat(value.isTrue()).isTrue());
        assertThat(BUCKET.at("OwnershipControls", "Rules").items())
                .extracting(rule -> rule.at("ObjectOwnership").text())
                .containsExactly("BucketOwnerEnforced");
    }

    @Test
    void plainHttpIsRefusedForBucketAndObjects() {
        TemplateValue policy = DATA.resource("MediaBucketPolicy").at("Properties");
        assertThat(policy.at("Bucket").text()).isEqualTo("MediaBucket");
        List<TemplateValue> refusals =
                policy.at("PolicyDocument", "Statement").items().stream()
                        .filter(Statements::refusesPlainHttp)
                        .toList();
        assertThat(refusals)
                .singleElement()
                .satisfies(
                        refusal ->
                                assertThat(refusal.at("Resource").texts())
                                        .containsExactlyInAnyOrder(
                                                "MediaBucket.Arn", "${MediaBucket.Arn}/*"));
    }

    @Test
    void theBucketPolicyAllowsNothing() {
        assertThat(
                        DATA.resource("MediaBucketPolicy")
                                .at("Properties", "PolicyDocument", "Statement")
                                .items())
                .extracting(statement -> statement.at("Effect").text())
                .isNotEmpty()
                .containsOnly("Deny");
    }

    @Test
    void objectsAreEncrypted() {
        assertThat(BUCKET.at("BucketEncryption", "ServerSideEncryptionConfiguration").items())
                .extracting(rule -> rule.at("ServerSideEncryptionByDefault", "SSEAlgorithm").text())
                .containsExactly("AES256");
    }

    @Test
    void deletedMeansGone() {
        assertThat(BUCKET.at("VersioningConfiguration").exists()).isFalse();
        assertThat(BUCKET.at("ReplicationConfiguration").exists()).isFalse();
    }

    @Test
    void temporaryObjectsAndUnfinishedUploadsExpireInADay() {
        List<TemplateValue> rules = BUCKET.at("LifecycleConfiguration", "Rules").items();
        assertThat(rules)
                .allMatch(rule -> rule.at("Status").text().equals("Enabled"))
                .anyMatch(
                        rule ->
                                rule.at("AbortIncompleteMultipartUpload", "DaysAfterInitiation")
                                        .text()
                                        .equals("1"))
                .anyMatch(
                        rule ->
                                rule.at("ExpirationInDays").text().equals("1")
                                        && rule.at("Prefix").text().equals("t/"));
    }

    /** An upload that nobody asked to be looked at does not stay. */
    @Test
    void uncheckedUploadsExpire() {
        assertThat(BUCKET.at("LifecycleConfiguration", "Rules").items())
                .anyMatch(
                        rule ->
                                rule.at("Prefix").text().equals("q/")
                                        && rule.at("ExpirationInDays").text().equals("2"));
    }

    @Test
    void otherOriginsReadNothing() {
        assertThat(BUCKET.at("CorsConfiguration", "CorsRules").items())
                .singleElement()
                .satisfies(
                        rule ->
                                assertThat(rule.at("AllowedMethods").texts())
                                        .containsExactly("PUT"));
        assertThat(BUCKET.at("WebsiteConfiguration").exists()).isFalse();
    }

    @Test
    void theBucketOutlivesItsStack() {
        TemplateValue resource = DATA.resource("MediaBucket");
        assertThat(resource.at("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
        assertThat(resource.at("UpdateReplacePolicy").text()).isEqualTo("Retain");
    }
}
