package io.millrace.contract;

/** How much a value must be guarded, from least to most. */
public enum Classification {
    /** No duty. */
    PUBLIC,
    /** Encrypted. */
    INTERNAL,
    /** Encrypted, and masked for most readers. */
    CONFIDENTIAL,
    /** Encrypted, masked, and read only after approval. */
    RESTRICTED
}
