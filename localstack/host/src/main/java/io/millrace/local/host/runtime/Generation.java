package io.millrace.local.host.runtime;

/** What environments are made from. Environments of another generation than the current one serve no further event. */
record Generation(FunctionPackage functionPackage, FunctionConfiguration configuration) {}
