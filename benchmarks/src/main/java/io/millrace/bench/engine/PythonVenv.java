package io.millrace.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A virtual environment of Python, made again only when its requirements change.
 *
 * @param folder where it is, or will be
 * @param requirements every package by version and hash
 */
record PythonVenv(Path folder, Path requirements) {

    /**
     * Its interpreter; installs what is missing.
     *
     * @throws NotHereException if there is no Python, or a package cannot be had
     */
    Path python() throws IOException, InterruptedException, NotHereException {
        Path python = folder.resolve("bin/python");
        // Written last, so that an installation that was cut off starts again.
        Path installed = folder.resolve("installed-requirements.txt");
        if (Files.exists(installed) && Files.mismatch(installed, requirements) == -1) {
            return python;
        }
        run("there is no Python with venv", List.of("python3", "-m", "venv", "--clear", folder.toString()));
        run(
                "the packages of " + requirements.getFileName() + " cannot be installed",
                List.of(
                        python.toString(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "--no-input",
                        "--no-deps",
                        "--require-hashes",
                        "-r",
                        requirements.toString()));
        Files.copy(requirements, installed);
        return python;
    }

    private void run(String otherwise, List<String> command)
            throws IOException, InterruptedException, NotHereException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new NotHereException(otherwise, e);
        }
        if (process.waitFor() != 0) {
            throw new NotHereException(otherwise + " (" + log + " says why)");
        }
    }
}
