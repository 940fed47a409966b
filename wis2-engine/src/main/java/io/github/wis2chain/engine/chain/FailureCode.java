package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Cause;

import java.util.Set;

/// Every way in which a step of ours can fail. The code is the same in log, API, console and
/// manual.
public enum FailureCode implements Cause {
    EVENT_TOO_LARGE(
            "Have a smaller event sent, or raise the limit: intake.max-event, max-assets or"
                    + " max-positions."),
    EVENT_NOT_JSON("Correct the event's text with `wis2 run edit`, and have its producer do so."),
    EVENT_INVALID(
            "Correct the places named with `wis2 run edit`, and have the event's producer do so."),
    DATASET_UNKNOWN(
            "Add a dataset with a matching `when` to the configuration and retry, or discard the"
                    + " run."),
    RECORD_INVALID(
            "Correct the discovery record at the places named, put it where its URL points to, and"
                    + " publish it again, or edit the run."),
    TOPIC_UNKNOWN(
            "Publish it with the topic (`wis2 message publish --topic`), or give it the metadata_id"
                    + " of its dataset."),
    NOTIFICATION_ID_TAKEN("Give the notification an id of its own, a new random UUID."),
    NO_ASSET("Name the data file under `assets`, or widen the dataset's `assets` selection."),
    NOTIFICATION_INVALID(
            "Correct the event or the dataset's configuration at the places named, then edit or"
                    + " retry."),
    DATA_ID_CLASH(
            "Change the dataset's `data-id` template so that every asset gets a name of its own."),
    LINK_REFUSED(
            "Use an absolute http or https URL that is reachable from outside, or allow the address"
                    + " under `links.allow`."),
    LINK_UNREACHABLE("Check that the data server runs and can be reached from here, then retry."),
    LINK_BROKEN("Check that the data server delivers the whole file, then retry."),
    LINK_UNTRUSTED(
            "Have the data server show a valid certificate for its name, of an authority that"
                    + " everybody trusts, then retry: otherwise nobody else can download the data"
                    + " either."),
    LINK_STATUS("Put the file where the link points to, or correct the link, then retry."),
    LINK_TOO_SLOW("Check the data server's load, or raise links.timeout, then retry."),
    LINK_BUSY(
            "Nothing is known against the data: there was no place among links.per-host. Check the"
                    + " data server's load, or raise links.per-host, then retry."),
    LINK_TOO_LARGE("Raise links.max-size if files of this size are meant to be announced."),
    LINK_ENCODED(
            "Have the data server send the file as it is, without compression on the way: length"
                    + " and digest are those of the bytes sent."),
    DATA_SIZE_MISMATCH(
            "Compare what the link gives with what is announced: one of them is wrong. Correct it,"
                    + " then retry or edit."),
    DATA_DIGEST_MISMATCH(
            "Compare what the link gives with what is announced: one of them is wrong. Correct it,"
                    + " then retry or edit."),
    KPI_BELOW_THRESHOLD(
            "Improve what the indicators name, or lower checks.kpi of the dataset, then retry."),
    BROKER_UNAVAILABLE("Check the broker and the connection to it; the run goes on by itself."),
    PUBLISH_REFUSED(
            "Give the publishing user write rights on the topic, then retry; or correct the topic,"
                    + " then make a new run of the event with `wis2 run edit`."),
    STORE_UNAVAILABLE("Free disk space or restore the database; the run goes on by itself."),
    INTERNAL("This is a defect of WIS2 Chain: please report it with the log of this run.");

    /// Causes that lie with the node's own broker and store, and so keep every run from ending.
    public static final Set<String> COMMON =
            Set.of(BROKER_UNAVAILABLE.code(), STORE_UNAVAILABLE.code());

    private final String remedy;

    FailureCode(String remedy) {
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
