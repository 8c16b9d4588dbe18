/**
 * Calls to AWS services that speak JSON, light to start: the SDK's own signature, credentials and HTTP client without its
 * service clients, whose classes take longer to load than all else that the function needs.
 */
@NullMarked
package io.millrace.ingest.aws;

import org.jspecify.annotations.NullMarked;
