package io.millrace.redrive;

import io.millrace.lake.Wake;
import java.util.List;

/**
 * Does after all what dead letters ask for. A wake of the committer says nothing but "look": one new wake does for all of
 * them. Everything else is left where it is, for a person.
 */
public final class Redriving {
    private final DeadLetters letters;
    private final Wake wake;

    public Redriving(DeadLetters letters, Wake wake) {
        this.letters = letters;
        this.wake = wake;
    }

    /** All letters; nothing is changed. */
    public List<DeadLetter> list() {
        return letters.read(letter -> false);
    }

    /** All letters; those for the committer are done, and gone. */
    public List<DeadLetter> redrive() {
        // First the wake, then the letters: whoever is cut off in between wakes it once more.
        wake.committer();
        return letters.read(Redriving::isDone);
    }

    /** Whether redriving does what the letter asks for. */
    public static boolean isDone(DeadLetter letter) {
        return letter.function().equals(DeadLetters.COMMITTER);
    }
}
