package io.millrace.local.platform;

import java.nio.file.Path;
import java.util.List;

/**
 * The local platform of one checkout. Every call reads the truth from the state folder ({@code .millrace}, or {@code
 * MILLRACE_STATE}) and from the processes themselves, so any number of objects and processes may use it.
 */
public final class Platform {

    private final Layout layout;

    private Platform(Layout layout) {
        this.layout = layout;
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
        throw new PlatformException("Cannot start the platform in " + layout.state() + ": not built yet");
    }

    /**
     * Stops every part, the emulator last so that it keeps its state.
     *
     * @param wipe whether to delete the platform's data and logs as well
     * @throws PlatformException if a part cannot be stopped
     */
    public void down(boolean wipe, Progress progress) {
        throw new PlatformException("Cannot stop the platform in " + layout.state() + ": not built yet");
    }

    /** As {@link #down(boolean, Progress)}, telling standard error. */
    public void down(boolean wipe) {
        down(wipe, Progress.toStandardError());
    }

    /** What each part is doing now, asked of the processes, not of what was written down. */
    public Status status() {
        return new Status(List.of());
    }

    /**
     * Where the platform answers.
     *
     * @throws PlatformException if it is not running
     */
    public Endpoints endpoints() {
        throw new PlatformException("Cannot find the platform's endpoints: it is not running; start it with ./millrace up");
    }
}
