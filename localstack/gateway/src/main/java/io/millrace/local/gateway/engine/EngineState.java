package io.millrace.local.gateway.engine;

/** Where the engine's start has come to. */
public enum EngineState {
    STARTING,
    READY,
    FAILED
}
