package io.github.wis2chain.standards.conformance;

import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;

/// Our check of one requirement: a pure function from a document to its faults.
///
/// @param requirement what the standard states
/// @param verdict what a fault means: FAILED for a requirement, WARNING for a recommendation
/// @param check finds the faults
public record Rule(Requirement requirement, Verdict verdict, Check check) {

    /// Of one rule more findings than this are not told: what fails a hundred times has one cause, and a hostile
    /// document could have a fault in every byte. Checks that go through many values stop there.
    public static final int MOST_FAULTS = 100;

    /// Finds the faults of a document; it never throws, whatever the document holds.
    @FunctionalInterface
    public interface Check {
        List<Fault> judge(JsonTree document);
    }

    /// A rule whose faults mean that the document does not conform.
    public static Rule of(Requirement requirement, Check check) {
        return new Rule(requirement, Verdict.FAILED, check);
    }

    /// A rule whose faults are advice.
    public static Rule advice(Requirement recommendation, Check check) {
        return new Rule(recommendation, Verdict.WARNING, check);
    }

    /// The findings of this rule on a document, the first hundred; empty if it has nothing to say.
    public List<Finding> judge(JsonTree document) {
        List<Fault> all = check.judge(document);
        List<Fault> faults = all.subList(0, Math.min(MOST_FAULTS, all.size()));
        if (faults.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(faults.size());
        for (Fault fault : faults) {
            findings.add(Finding.of(requirement, verdict, fault));
        }
        return findings;
    }

    /// The findings of several rules, in the order of the rules.
    public static List<Finding> judge(List<Rule> rules, JsonTree document) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            findings.addAll(rule.judge(document));
        }
        return findings;
    }
}
