package io.millrace.bench.lake;

/** What AWS would be asked, in the units that it is paid by. */
public enum Call {
    S3_PUT,
    S3_GET,
    GLUE_REQUEST,
    /** A request that reads: one unit, a consistent read of at most 4 KB. */
    DYNAMO_READ,
    /** An item that a read has found. Not paid: the unit is, in which there are many. */
    DYNAMO_ITEM_READ,
    /** One unit: a write of at most 1 KB. */
    DYNAMO_WRITE,
    /** One transaction; its units are counted as writes, two for each item. */
    DYNAMO_TRANSACTION,
    SQS_SEND
}
