package io.millrace.bench.report;

/**
 * What a figure has to reach.
 *
 * @param most whether the bound is the most that it may be; else the least
 */
public record Bar(boolean most, double bound, Unit unit) {

    public static Bar atMost(double bound, Unit unit) {
        return new Bar(true, bound, unit);
    }

    public static Bar atLeast(double bound, Unit unit) {
        return new Bar(false, bound, unit);
    }

    public Verdict verdict(double measured) {
        if (Double.isNaN(measured)) {
            throw new IllegalArgumentException("Cannot judge a figure that is no number");
        }
        return (most ? measured <= bound : measured >= bound) ? Verdict.MET : Verdict.MISSED;
    }

    public String text() {
        return (most ? "<= " : ">= ") + unit.text(bound);
    }
}
