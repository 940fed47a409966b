package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.standards.Verified.Followed;
import io.github.wis2chain.app.cli.standards.Verified.Outcome;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wnm.Content;
import io.github.wis2chain.standards.wnm.ContentEncoding;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.Wnm;

import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The comparison of one notification with its data. For one notification and one thread.
final class Verification {

    private static final String LINK = "link";
    private static final String LENGTH = "length";
    private static final String DIGEST = "digest";
    private static final String CONTENT = "content";

    private static final Requirement LINKS = Wnm.requirement("links");
    private static final Requirement LINK_LENGTH = Wnm.recommendation("links").parts("B");
    private static final Requirement INTEGRITY = Wnm.recommendation("integrity");

    /// Refusals of ours, which say nothing of the data.
    private static final Set<String> NOT_TRIED =
            Set.of(FailureCode.LINK_REFUSED.code(), FailureCode.LINK_TOO_LARGE.code());

    private final String file;
    private final LinkVerifier verifier;
    private final Map<String, Verdict> checks = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Verification(String file, LinkVerifier verifier) {
        this.file = file;
        this.verifier = verifier;
        List.of(LINK, LENGTH, DIGEST).forEach(check -> checks.put(check, Verdict.SKIPPED));
    }

    /// What is no JSON announces nothing.
    Verified refused(JsonRead.Refused refused) {
        findings.add(
                Finding.failed(
                        Wnm.requirement("validation"),
                        "",
                        Sentences.withoutStop(refused.message())));
        return verified(Outcome.DIFFERS, Optional.empty(), Optional.empty());
    }

    /// Follows the first link in the order of the array whose relation is primary.
    Verified of(JsonTree notification) throws InterruptedException {
        Optional<JsonTree> link =
                notification.array("links").map(JsonTree::items).orElseGet(List::of).stream()
                        .filter(each -> relation(each).isPresent())
                        .findFirst();
        if (link.isEmpty()) {
            failed(
                    LINK,
                    LINKS.parts("EFG"),
                    "/links",
                    "no link has rel canonical, update or deletion; one is required");
            return verified(Outcome.DIFFERS, Optional.empty(), Optional.empty());
        }
        Optional<Followed> followed =
                link.get()
                        .text("href")
                        .map(href -> new Followed(href, link.get().text("rel").orElseThrow()));
        if (relation(link.get()).equals(Optional.of(LinkRelation.DELETION))) {
            return verified(Outcome.WITHDRAWN, followed, Optional.empty());
        }
        Optional<Announced> announced = announced(notification);
        content(notification, announced);
        OptionalLong length = length(link.get());
        Optional<LinkVerifier.Evidence> found = fetch(link.get(), length, announced);
        found.ifPresent(evidence -> {
            compareLength(link.get(), length, evidence);
            announced.ifPresent(stated -> compareDigest(stated, evidence));
        });
        return verified(outcome(), followed, found);
    }

    private static Optional<LinkRelation> relation(JsonTree link) {
        return link.text("rel").flatMap(LinkRelation::of);
    }

    /// The digest that a notification states by one of the six methods, in whatever form.
    private record Announced(IntegrityMethod method, String value) {}

    private Optional<Announced> announced(JsonTree notification) {
        Optional<JsonTree> integrity = notification.at("/properties/integrity");
        if (integrity.isEmpty()) {
            skipped(
                    INTEGRITY,
                    "/properties/integrity",
                    "no digest is announced, without which nobody can tell whether the data are the"
                            + " announced ones");
            return Optional.empty();
        }
        Optional<IntegrityMethod> method =
                integrity.get().text("method").flatMap(IntegrityMethod::named);
        Optional<String> value = integrity.get().text("value");
        if (method.isEmpty() || value.isEmpty()) {
            failed(
                    DIGEST,
                    INTEGRITY,
                    "/properties/integrity",
                    "a method, one of the six of the standard, and a value are required");
        }
        return method.flatMap(name -> value.map(text -> new Announced(name, text)));
    }

    private OptionalLong length(JsonTree link) {
        if (!link.has(LENGTH)) {
            skipped(LINK_LENGTH, link.pointer(LENGTH), "no length is announced");
            return OptionalLong.empty();
        }
        Optional<BigInteger> length =
                link.integer(LENGTH).filter(bytes -> bytes.signum() >= 0 && bytes.bitLength() < 64);
        if (length.isEmpty()) {
            failed(
                    LENGTH,
                    LINK_LENGTH,
                    link.pointer(LENGTH),
                    "the length is no number of bytes; a whole number from 0 on is required");
            return OptionalLong.empty();
        }
        return OptionalLong.of(length.get().longValueExact());
    }

    private Optional<LinkVerifier.Evidence> fetch(
            JsonTree link, OptionalLong length, Optional<Announced> announced)
            throws InterruptedException {
        URI href;
        try {
            href = new URI(link.text("href").orElse(""));
        } catch (URISyntaxException _) {
            failed(LINK, LINKS.parts("D"), link.pointer("href"), "the href is no URL");
            return Optional.empty();
        }
        if (!href.isAbsolute()) {
            failed(LINK, LINKS.parts("D"), link.pointer("href"), "an absolute URL is required");
            return Optional.empty();
        }
        String digest = announced.map(Announced::method).orElse(IntegrityMethod.SHA512).algorithm();
        try {
            var evidence = verifier.fetch(new LinkVerifier.Request(href, length, digest, 0, false));
            checks.put(LINK, Verdict.PASSED);
            return Optional.of(evidence);
        } catch (StepFailure stopped) {
            stopped(link, stopped.failure());
            return Optional.empty();
        }
    }

    private void stopped(JsonTree link, Failure failure) {
        String sentence = Sentences.withoutStop(failure.text());
        if (failure.code().equals(FailureCode.DATA_SIZE_MISMATCH.code())) {
            checks.put(LINK, Verdict.PASSED);
            failed(LENGTH, LINK_LENGTH, link.pointer(LENGTH), sentence);
        } else if (failure.temporary() || NOT_TRIED.contains(failure.code())) {
            skipped(LINKS.parts("C"), link.pointer("href"), sentence);
        } else {
            failed(LINK, LINKS.parts("C"), link.pointer("href"), sentence);
        }
    }

    private void compareLength(
            JsonTree link, OptionalLong announced, LinkVerifier.Evidence evidence) {
        if (announced.isEmpty()) {
            return;
        }
        if (announced.getAsLong() == evidence.length()) {
            checks.put(LENGTH, Verdict.PASSED);
        } else {
            failed(
                    LENGTH,
                    LINK_LENGTH,
                    link.pointer(LENGTH),
                    "the data have %d bytes; %d are announced"
                            .formatted(evidence.length(), announced.getAsLong()));
        }
    }

    private void compareDigest(Announced announced, LinkVerifier.Evidence evidence) {
        byte[] digest = HexFormat.of().parseHex(evidence.digest());
        judge(DIGEST, announced, digest, "the data have");
    }

    /// Compares characters, as receivers do.
    private void judge(String check, Announced announced, byte[] digest, String subject) {
        String found = Base64.getEncoder().encodeToString(digest);
        if (found.equals(announced.value())) {
            checks.put(check, Verdict.PASSED);
            return;
        }
        checks.put(check, Verdict.FAILED);
        boolean hexadecimal =
                announced.value().toLowerCase(Locale.ROOT).equals(HexFormat.of().formatHex(digest));
        findings.add(
                new Finding(
                        INTEGRITY,
                        Verdict.FAILED,
                        "/properties/integrity/value",
                        hexadecimal
                                ? "the digest is right but written in hexadecimal; base64 is"
                                        + " required"
                                : "%s the %s digest %s; another is announced"
                                        .formatted(subject, announced.method(), found),
                        hexadecimal ? Optional.of(found) : Optional.empty()));
    }

    /// Data inside the notification must be the announced data too.
    private void content(JsonTree notification, Optional<Announced> announced) {
        Optional<JsonTree> content = notification.at("/properties/content");
        if (content.isEmpty()) {
            return;
        }
        checks.put(CONTENT, Verdict.SKIPPED);
        Optional<ContentEncoding> encoding =
                content.get().text("encoding").flatMap(ContentEncoding::named);
        Optional<String> value = content.get().text("value");
        Optional<Integer> size =
                content.get()
                        .integer("size")
                        .filter(bytes -> bytes.bitLength() < Integer.SIZE)
                        .map(BigInteger::intValueExact);
        if (encoding.isEmpty() || value.isEmpty() || size.isEmpty()) {
            failed(
                    CONTENT,
                    Wnm.requirement(CONTENT),
                    "/properties/content",
                    "encoding, size and value are required, as the standard writes them");
            return;
        }
        try {
            byte[] data = new Content(encoding.get(), size.get(), value.get()).data();
            announced.ifPresent(stated ->
                    judge(
                            CONTENT,
                            stated,
                            Integrity.newDigest(stated.method()).digest(data),
                            "the data inside the notification have"));
        } catch (IllegalArgumentException faulty) {
            failed(
                    CONTENT,
                    Wnm.requirement(CONTENT),
                    "/properties/content",
                    String.valueOf(faulty.getMessage()));
        }
    }

    private Outcome outcome() {
        if (checks.containsValue(Verdict.FAILED)) {
            return Outcome.DIFFERS;
        }
        return checks.get(DIGEST) == Verdict.PASSED ? Outcome.VERIFIED : Outcome.UNDECIDED;
    }

    private Verified verified(
            Outcome outcome, Optional<Followed> link, Optional<LinkVerifier.Evidence> found) {
        return new Verified(file, outcome, link, checks, findings, found);
    }

    private void failed(String check, Requirement requirement, String pointer, String message) {
        checks.put(check, Verdict.FAILED);
        findings.add(Finding.failed(requirement, pointer, message));
    }

    private void skipped(Requirement requirement, String pointer, String message) {
        findings.add(Finding.skipped(requirement, pointer, message));
    }
}
