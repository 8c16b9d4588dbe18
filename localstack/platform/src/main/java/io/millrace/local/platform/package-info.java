/** The local platform: the processes that stand in for an AWS account on one machine, their start, their end, their health. */
@NullMarked
package io.millrace.local.platform;

import org.jspecify.annotations.NullMarked;
