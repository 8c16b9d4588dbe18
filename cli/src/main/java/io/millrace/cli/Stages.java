package io.millrace.cli;

import io.millrace.local.platform.Progress;
import java.io.PrintWriter;

/** Tells the stages of a long operation, a line each. */
record Stages(PrintWriter err) implements Progress {

    @Override
    public void stage(String line) {
        err.println(line);
    }

    @Override
    public void warn(String line) {
        err.println("warning: " + line);
    }
}
