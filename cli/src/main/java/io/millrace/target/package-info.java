/** The environment that a command works on: local, or one in an AWS account. */
@NullMarked
package io.millrace.target;

import org.jspecify.annotations.NullMarked;
