package io.millrace.infra.environment;

/** The functions' processor. */
public enum Architecture {
    ARM64,
    X86_64
}
