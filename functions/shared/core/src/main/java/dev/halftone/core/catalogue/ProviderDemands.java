package dev.halftone.core.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an operator demands of every provider. No order ever goes to one that does not meet it.
 *
 * @param noTraining whether it must promise not to train on what it is sent
 * @param regions where it may work; empty for anywhere
 * @param contract whether there must be a contract on the processing of personal data
 * @param age of the youngest person who may use the service, in years
 */
public record ProviderDemands(boolean noTraining, Set<String> regions, boolean contract, int age) {

    public ProviderDemands {
        regions = Set.copyOf(regions);
    }

    /** What the provider does not meet, in words for the operator; empty if it may be used. */
    public List<String> unmetBy(ProviderEntry provider) {
        List<String> unmet = new ArrayList<>();
        ProviderTerms terms = provider.terms();
        if (noTraining && terms.training() != ProviderTerms.Training.NEVER) {
            unmet.add("does not promise to train on nothing");
        }
        if (!regions.isEmpty()
                && (provider.region() == null || !regions.contains(provider.region()))) {
            unmet.add(
                    "does not work in " + String.join(" or ", regions.stream().sorted().toList()));
        }
        if (contract && terms.tier() != ProviderTerms.Tier.CONTRACT) {
            unmet.add("has no contract with us");
        }
        if (age < terms.minimumAge()) {
            unmet.add("takes nobody under " + terms.minimumAge());
        }
        return List.copyOf(unmet);
    }
}
