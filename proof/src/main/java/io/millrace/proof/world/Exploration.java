package io.millrace.proof.world;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every order in which the steps and deaths of a small model can fall. Orders that lead to the same state go on from there
 * once: what follows depends on the state alone.
 */
public final class Exploration {
    private final Map<SmallModel.State, BigInteger> orders = new HashMap<>();
    private long ends;
    private long transitions;

    private final int mostDeaths;

    private Exploration(int mostDeaths) {
        this.mostDeaths = mostDeaths;
    }

    /**
     * Explores all of it.
     *
     * @param mostDeaths in all, 3 for each of the three
     * @throws BrokenInvariantException with the actions that led to it
     */
    public static Result run(int mostDeaths) {
        Exploration exploration = new Exploration(mostDeaths);
        BigInteger interleavings = exploration.explore(exploration.after(new int[0]), new int[0]);
        return new Result(exploration.orders.size(), exploration.transitions, exploration.ends, interleavings);
    }

    /** In how many orders the model can go on after the actions. */
    private BigInteger explore(SmallModel model, int[] actions) {
        transitions++;
        SmallModel.State state = model.state();
        BigInteger known = orders.get(state);
        if (known != null) {
            return known;
        }
        BigInteger found = BigInteger.ZERO;
        List<Integer> possible = model.actions();
        for (int i = 0; i < possible.size(); i++) {
            int[] further = Arrays.copyOf(actions, actions.length + 1);
            further[actions.length] = possible.get(i);
            // The model itself goes one way; for each other way it is made again from its actions.
            SmallModel next = i == 0 ? model : after(actions);
            next.act(possible.get(i));
            found = found.add(explore(next, further));
        }
        if (possible.isEmpty()) {
            end(model, actions);
            found = BigInteger.ONE;
        }
        orders.put(state, found);
        return found;
    }

    private SmallModel after(int[] actions) {
        SmallModel model = new SmallModel(mostDeaths);
        for (int action : actions) {
            model.act(action);
        }
        return model;
    }

    private void end(SmallModel model, int[] actions) {
        ends++;
        try {
            model.finish();
        } catch (RuntimeException e) {
            throw new BrokenInvariantException("After actions " + Arrays.toString(actions) + ": " + e.getMessage(), e);
        }
    }

    /**
     * What there was to explore.
     *
     * @param states different ones
     * @param transitions between them that were taken
     * @param ends different states in which all had ended, each finished and audited
     * @param interleavings different orders of all actions
     */
    public record Result(long states, long transitions, long ends, BigInteger interleavings) {}
}
