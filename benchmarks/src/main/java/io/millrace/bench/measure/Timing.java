package io.millrace.bench.measure;

/**
 * What one piece of work took, turn by turn, in nanoseconds of CPU time per event.
 *
 * @param thread of the thread that did it
 * @param process of the whole process meanwhile: collecting its garbage and compiling are in it
 */
public record Timing(Samples thread, Samples process) {}
