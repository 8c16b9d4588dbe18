package io.millrace.lake.aws;

/** What AWS would be asked, in the units that it is paid by. */
public enum Call {
    S3_PUT,
    S3_GET,
    GLUE_REQUEST,
    /** One unit: a consistent read of at most 4 KB. */
    DYNAMO_READ,
    /** One unit: a write of at most 1 KB. */
    DYNAMO_WRITE,
    /** One transaction; its units are counted as writes, two for each item. */
    DYNAMO_TRANSACTION,
    SQS_SEND
}
