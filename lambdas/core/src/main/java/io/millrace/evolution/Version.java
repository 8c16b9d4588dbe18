package io.millrace.evolution;

import java.util.Comparator;

/** A contract's version, {@code major.minor.patch}. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /** @throws IllegalArgumentException if {@code text} is not three whole numbers with points between */
    public static Version parse(String text) {
        String[] parts = text.split("\\.", -1);
        try {
            if (parts.length == 3) {
                return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Cannot read version '" + text + "': a part is not a number", e);
        }
        throw new IllegalArgumentException("Cannot read version '" + text + "': it is not major.minor.patch");
    }

    /** The lowest version after this one that says so much has changed. */
    public Version after(Weight weight) {
        return switch (weight) {
            case MAJOR -> new Version(major + 1, 0, 0);
            case MINOR -> new Version(major, minor + 1, 0);
            case PATCH -> new Version(major, minor, patch + 1);
        };
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
