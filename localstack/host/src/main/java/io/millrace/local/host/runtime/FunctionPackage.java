package io.millrace.local.host.runtime;

import java.nio.file.Path;

/**
 * One version of a package, loaded from a private copy so that a rebuild cannot change it while it runs.
 *
 * @param fingerprint names, sizes and times of its files
 */
record FunctionPackage(Path copy, String fingerprint, ClassLoader loader) {}
