/** What a machine lacks to run the platform, each finding with its fix. */
@NullMarked
package io.millrace.doctor;

import org.jspecify.annotations.NullMarked;
