package dev.halftone.function.providerpoll;

import dev.halftone.core.generation.LateResults;
import dev.halftone.core.profile.Profile;
import dev.halftone.testing.Samples;

/** The sample service with another policy for results that come too late. */
final class LateProfile {

    private LateProfile() {}

    static Profile of(LateResults lateResults) {
        Profile profile = Samples.profile();
        return new Profile(
                profile.name(),
                profile.brand(),
                profile.minimumAge(),
                profile.policyVersion(),
                profile.addressLife(),
                profile.welcomeCredits(),
                profile.batchRowsAtOnce(),
                lateResults,
                profile.storage(),
                profile.suggestions(),
                profile.plans(),
                profile.promptRules(),
                profile.signIn(),
                profile.payments(),
                profile.catalogue());
    }
}
