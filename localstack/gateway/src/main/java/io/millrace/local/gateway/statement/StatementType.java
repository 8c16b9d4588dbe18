package io.millrace.local.gateway.statement;

/** Athena's StatementType. */
public enum StatementType {
    DDL,
    DML,
    UTILITY
}
