/** The CDK app: one stack per capability, the grants of a function beside the function. */
@NullMarked
package io.millrace.infra;

import org.jspecify.annotations.NullMarked;
