package io.millrace.bench;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where benchmarks run.
 *
 * @param root the checkout
 * @param folder for files that are written and thrown away
 * @param seed of the events
 * @param progress told what is being done
 */
public record Lab(Path root, Path folder, Effort effort, long seed, Consumer<String> progress) {}
