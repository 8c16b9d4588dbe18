package io.millrace.local.gateway.athena;

/** Athena's StatementType. */
enum StatementType {
    DDL,
    DML,
    UTILITY
}
