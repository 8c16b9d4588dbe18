/** Requests and answers as API Gateway hands them over and takes them. */
@NullMarked
package io.millrace.serving.http;

import org.jspecify.annotations.NullMarked;
