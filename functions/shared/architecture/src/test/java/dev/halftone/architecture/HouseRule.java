package dev.halftone.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * One rule, for any base package.
 *
 * @param planted simple name of a class under {@code planted} that breaks it
 */
record HouseRule(String planted, Function<String, ArchRule> rule) {

    static List<HouseRule> all() {
        return List.of(
                new HouseRule("CoreThatParses", DependencyRules::coreKnowsTheJdkAlone),
                new HouseRule("AccountThatCounts", DependencyRules::coreKeepsItsOrder),
                new HouseRule("ReadsVariables", CallRules::onlyEnvironmentReadsVariables),
                new HouseRule("OtherFunctionUser", DependencyRules::functionsStandAlone),
                new HouseRule("OtherAdapterUser", DependencyRules::adaptersStandAlone),
                new HouseRule("OtherProviderUser", DependencyRules::providersStandAlone),
                new HouseRule(
                        "AdapterThatParses", DependencyRules::adaptersKnowCoreAndTheirTechnology),
                new HouseRule("EdgeWithAdapter", DependencyRules::edgeKnowsNoAdapter),
                new HouseRule("CallsClock", CallRules::onlyApplicationsReadClockAndChance),
                new HouseRule("RefersToClock", CallRules::onlyApplicationsReadClockAndChance),
                new HouseRule("MutableStatic", ShapeRules::staticFieldsNeverChange),
                new HouseRule("StaticArray", ShapeRules::staticFieldsNeverChange),
                new HouseRule("LeakyPort", DependencyRules::portsSpeakTheDomain),
                new HouseRule("SpringUser", DependencyRules::springStaysAtTheEdge),
                new HouseRule("Injected", ShapeRules::nothingIsInjected),
                new HouseRule("PlantedUtils", ShapeRules::namesSayWhatThingsAre),
                new HouseRule("IThing", ShapeRules::interfacesHaveNoPrefix),
                new HouseRule("Misplaced", ShapeRules::packagesSayWhatTheyOwn),
                new HouseRule("OwnFailure", ShapeRules::failuresAreOfTwoKinds),
                new HouseRule("ThrowsAnything", CallRules::nobodyThrowsAnything),
                new HouseRule("DeclaresAnything", ShapeRules::nobodyDeclaresAnything),
                new HouseRule("OpenOutcome", ShapeRules::outcomesAreSealedRecords),
                new HouseRule("AskedOutcome", ShapeRules::outcomesAreSealedRecords),
                new HouseRule("RecordWithArray", ShapeRules::recordsHoldNoArrays),
                new HouseRule("SettableRecord", ShapeRules::domainIsPlain),
                new HouseRule("Prints", CallRules::onlyTheEdgePrints));
    }

    @Override
    public String toString() {
        return "the rule that " + planted + " breaks";
    }
}
