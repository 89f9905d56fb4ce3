package dev.halftone.testing;

import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.profile.Profile;

/** The service of the samples, but for the one thing that a test is about. */
public final class SampleProfile {
    private static final Profile SAMPLE = Samples.profile();

    private SampleProfile() {}

    /** As the same service that keeps this much for each person. */
    public static Profile keeping(StorageQuota storage) {
        return of(SAMPLE.lateResults(), storage, SAMPLE.plans());
    }

    /** As the same service that lets people have this much made. */
    public static Profile allowing(Plans plans) {
        return of(SAMPLE.lateResults(), SAMPLE.storage(), plans);
    }

    /** As the same service with another policy for results that come too late. */
    public static Profile ending(LateResults lateResults) {
        return of(lateResults, SAMPLE.storage(), SAMPLE.plans());
    }

    private static Profile of(LateResults lateResults, StorageQuota storage, Plans plans) {
        return new Profile(
                SAMPLE.name(),
                SAMPLE.brand(),
                SAMPLE.minimumAge(),
                SAMPLE.policyVersion(),
                SAMPLE.addressLife(),
                SAMPLE.welcomeCredits(),
                SAMPLE.batchRowsAtOnce(),
                lateResults,
                storage,
                SAMPLE.suggestions(),
                plans,
                SAMPLE.promptRules(),
                SAMPLE.signIn(),
                SAMPLE.payments(),
                SAMPLE.catalogue());
    }
}
