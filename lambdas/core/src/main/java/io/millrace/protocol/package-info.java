/**
 * Messages of other people's protocols, read as events of our contracts. The stream and bronze keep a message as it was
 * received; the door and the row stage read it with this same code, so that what was answered is what is stored.
 */
@NullMarked
package io.millrace.protocol;

import org.jspecify.annotations.NullMarked;
