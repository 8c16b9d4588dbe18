package io.millrace.local.host.poller;

/** The function of a mapping. */
interface BatchFunction {

    /** Invokes it with the batch and waits for the end. */
    Outcome invoke(Batch batch);
}
