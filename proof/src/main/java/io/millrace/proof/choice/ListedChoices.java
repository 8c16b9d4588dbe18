package io.millrace.proof.choice;

/** Choices taken from a list, and after its end always the plainest. */
public final class ListedChoices implements Choices {
    private final int[] choices;
    private int used;

    public ListedChoices(int[] choices) {
        this.choices = choices.clone();
    }

    @Override
    public int next(int bound) {
        return used < choices.length ? Math.min(choices[used++], bound - 1) : 0;
    }

    /** How many of the list were asked for. */
    public int used() {
        return used;
    }
}
