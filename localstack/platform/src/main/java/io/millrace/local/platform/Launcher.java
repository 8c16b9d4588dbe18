package io.millrace.local.platform;

/** Starts a part unless it runs already as it should, and writes down what was started. */
final class Launcher {

    private final Layout layout;
    private final RunFile runFile;
    private final PartRunner runner;
    private final Progress progress;

    Launcher(Layout layout, RunFile runFile, PartRunner runner, Progress progress) {
        this.layout = layout;
        this.runFile = runFile;
        this.runner = runner;
        this.progress = progress;
    }

    /** Returns at once; {@link #await} says whether the part came up. */
    void launch(PartSpec spec) {
        RunState.Started alive = runFile.read()
                .part(spec.name())
                .filter(started -> started.process().find().isPresent())
                .orElse(null);
        if (alive != null && alive.fingerprint().equals(spec.fingerprint())) {
            return;
        }
        if (alive == null) {
            progress.stage("Starting " + spec.name() + " on port " + spec.port());
        } else {
            progress.stage("Restarting " + spec.name() + ": its code or its settings have changed");
            new Shutdown(runFile, Progress.silent()).part(spec.name());
        }
        ProcessIdentity process = runner.start(spec, layout.project());
        runFile.update(state -> state.withPart(spec.name(), new RunState.Started(process, spec.fingerprint())));
    }

    /**
     * Returns when the part answers.
     *
     * @throws PlatformException if it dies, or is silent for longer than its patience
     */
    void await(PartSpec spec) {
        RunState.Started started = runFile.read().part(spec.name()).orElseThrow();
        PartRunner.awaitHealthy(spec, started.process());
    }
}
