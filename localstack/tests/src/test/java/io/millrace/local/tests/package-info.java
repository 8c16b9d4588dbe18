/**
 * The whole way, as a user goes it: through the millrace command, against a local platform of the tests' own that is
 * started once and wiped before the next run.
 */
@NullMarked
package io.millrace.local.tests;

import org.jspecify.annotations.NullMarked;
