package io.millrace.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that the platform needs.
 *
 * @param command prints the version, on either stream
 * @param major least version, before the dot
 * @param minor and after it
 * @param fix how to get it
 */
record Tool(String name, List<String> command, int major, int minor, String fix) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.\\d+)?");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final int PATIENCE_SECONDS = 20;

    static final List<Tool> NEEDED = List.of(
            new Tool("javac", List.of(javac(), "-version"), 17, 0, "install a JDK 17 or newer and put it on the PATH"),
            new Tool("mvn", List.of("mvn", "--version"), 3, 8, "install Apache Maven 3.8 or newer"),
            new Tool("node", List.of("node", "--version"), 20, 0, "install Node.js 20 or newer"),
            new Tool("npm", List.of("npm", "--version"), 9, 0, "install npm; it comes with Node.js"),
            new Tool("python3", List.of("python3", "--version"), 3, 11, "install Python 3.11 or newer"),
            new Tool(
                    "python3's venv",
                    List.of("python3", "-c", "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])"),
                    3,
                    11,
                    "install Python's venv module (Debian and Ubuntu: the package python3-venv)"));

    /** The one that the build takes. */
    private static String javac() {
        String home = System.getenv().getOrDefault("JAVA_HOME", "");
        return home.isBlank() ? "javac" : home + "/bin/javac";
    }

    Finding look() {
        String wanted = name + " " + major + (minor == 0 ? "" : "." + minor) + " or newer";
        Optional<String> said = ask();
        if (said.isEmpty()) {
            return Finding.broken("no " + wanted, fix);
        }
        Matcher version = VERSION.matcher(said.get());
        if (!version.find()) {
            return Finding.broken(name + " has no version in '" + said.get() + "'", fix);
        }
        boolean enough = isEnough(version);
        return enough
                ? Finding.fine(name + " " + version.group())
                : Finding.broken(name + " is " + version.group() + ", needed is " + wanted, fix);
    }

    private boolean isEnough(Matcher version) {
        int foundMajor = Integer.parseInt(version.group(1));
        int foundMinor = version.group(2) == null ? 0 : Integer.parseInt(version.group(2));
        return foundMajor > major || (foundMajor == major && foundMinor >= minor);
    }

    /** The first line of what the command says; nothing if there is no such command. */
    private Optional<String> ask() {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            // Maven may colour its answer; Java tells of JAVA_TOOL_OPTIONS before it tells its version.
            return COLOUR.matcher(said)
                    .replaceAll("")
                    .lines()
                    .filter(line -> !line.startsWith("Picked up"))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
