/** What differs between local, dev, staging and prod: files in {@code infra/environments}, read into checked records. */
@NullMarked
package io.millrace.infra.environment;

import org.jspecify.annotations.NullMarked;
