package io.millrace.local.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The local platform of one checkout. Every call reads the truth from the state folder ({@code .millrace}, or {@code
 * MILLRACE_STATE}) and from the processes themselves, so any number of objects and processes may use it.
 */
public final class Platform {

    /** The longest first start: an installation, a build of everything, a deployment. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Layout layout;
    private final RunFile runFile;
    private final Map<String, String> environment;

    private Platform(Layout layout) {
        this.layout = layout;
        this.runFile = new RunFile(layout.runFile());
        this.environment = System.getenv();
    }

    /** The platform of the checkout at {@code projectRoot}, with its state where {@code MILLRACE_STATE} says. */
    public static Platform at(Path projectRoot) {
        return new Platform(Layout.of(projectRoot, System.getenv()));
    }

    /** The platform of the checkout at {@code projectRoot} with its state in {@code stateFolder}. */
    public static Platform at(Path projectRoot, Path stateFolder) {
        return new Platform(new Layout(projectRoot, stateFolder));
    }

    /**
     * Starts what does not run, deploys what has changed, and returns when everything answers. Does next to nothing
     * when all is well already.
     *
     * @throws PlatformException if a tool is missing, a port is taken, a part dies, or a deployment fails
     */
    public Endpoints up(UpOptions options, Progress progress) {
        return UpLock.holding(
                layout.lockFile(),
                PATIENCE,
                progress,
                () -> new Startup(layout, runFile, environment, progress).run(options));
    }

    /**
     * Stops every part, the emulator last so that it keeps its state.
     *
     * @param wipe whether to delete the emulated account's data, the logs and the remembered ports as well
     * @throws PlatformException if a part cannot be stopped
     */
    public void down(boolean wipe, Progress progress) {
        UpLock.holding(layout.lockFile(), PATIENCE, progress, () -> {
            new Shutdown(runFile, progress).all();
            if (wipe) {
                progress.stage("Deleting the platform's data in " + layout.state());
                new StateFolder(layout).deleteAll();
            }
            return wipe;
        });
    }

    /** As {@link #down(boolean, Progress)}, telling standard error. */
    public void down(boolean wipe) {
        down(wipe, Progress.toStandardError());
    }

    /** What each part is doing now, asked of the processes, not of what was written down. */
    public Status status() {
        return new StatusReport(layout).make();
    }

    /** The folder with a log, {@code NAME.log}, of each part and of each step of a start. */
    public Path logs() {
        return layout.logs();
    }

    /** What is wrong with what the platform keeps and what it needs, each with its cure; starts and changes nothing. */
    public List<Ailment> ailments() {
        return new Examination(layout, environment).ailments();
    }

    /**
     * Where the platform answers.
     *
     * @throws PlatformException if it is not running
     */
    public Endpoints endpoints() {
        RunState state = runFile.read();
        boolean running = Parts.NAMES.stream()
                .allMatch(name ->
                        state.part(name).flatMap(part -> part.process().find()).isPresent());
        if (!running) {
            throw new PlatformException(
                    "Cannot find the platform's endpoints: it is not running; start it with ./millrace up");
        }
        return Addresses.of(state).orElseThrow().endpoints(AwsEnvironment.region(environment));
    }
}
