package io.millrace.local.platform;

import java.util.Map;
import java.util.Objects;

/** Brings the platform from whatever state it is in to running, doing only what is missing. */
final class Startup {

    private final Layout layout;
    private final RunFile runFile;
    private final StateFolder folder;
    private final Map<String, String> inherited;
    private final Progress progress;
    private final PythonEnvironment python;
    private final CdkCommand cdk;
    private final Launcher launcher;

    Startup(Layout layout, RunFile runFile, Map<String, String> inherited, Progress progress) {
        this.layout = layout;
        this.runFile = runFile;
        this.folder = new StateFolder(layout);
        this.inherited = inherited;
        this.progress = progress;
        this.python = new PythonEnvironment(layout, AwsEnvironment.isolated(inherited));
        this.cdk = new CdkCommand(layout, AwsEnvironment.isolated(inherited));
        this.launcher = new Launcher(layout, runFile, new PartRunner(python.python()), progress);
    }

    Endpoints run(UpOptions options) {
        if (options.fresh()) {
            deleteAccount();
        }
        python.prepare(progress);
        cdk.prepare(progress);
        noticeLostEmulator();
        Addresses addresses = Addresses.choose(runFile.read(), progress);
        runFile.update(state -> state.withPorts(addresses.asPorts()));
        Parts parts = new Parts(layout, addresses, inherited);
        Deployment deployment = new Deployment(layout, addresses, inherited);

        startEmulator(parts, deployment);
        PartSpec host = parts.host();
        PartSpec gateway = parts.gateway();
        launcher.launch(host);
        launcher.launch(gateway);
        launcher.await(host);
        deploy(deployment);
        launcher.await(gateway);
        return addresses.endpoints(AwsEnvironment.region(inherited));
    }

    private void deleteAccount() {
        new Shutdown(runFile, progress).all();
        runFile.update(state -> state.withoutPart(Parts.EMULATOR).withDeployment(null));
        folder.deleteAccount();
    }

    private void startEmulator(Parts parts, Deployment deployment) {
        folder.prepare();
        launcher.launch(parts.emulator(python));
        launcher.await(parts.emulator(python));
        if (runFile.read().deployment() != null && !deployment.stands()) {
            startOver("MiniStack runs but no longer holds the deployed stacks");
            folder.prepare();
            launcher.launch(parts.emulator(python));
            launcher.await(parts.emulator(python));
        }
    }

    /** A MiniStack that died without being asked to has saved nothing since its start, except objects. */
    private void noticeLostEmulator() {
        RunState.Started started = runFile.read().part(Parts.EMULATOR).orElse(null);
        if (started == null || started.process().find().isPresent()) {
            return;
        }
        boolean saved = folder.savedSince(started.process().startedAt()) && !started.killed();
        if (saved) {
            runFile.update(state -> state.withoutPart(Parts.EMULATOR));
        } else {
            startOver("MiniStack (process " + started.pid() + ", started "
                    + started.process().startedAt() + ") ended without saving");
        }
    }

    /**
     * Objects survive a crash and nothing else does: an older ledger and catalog would contradict them, so a new account
     * is the only honest state.
     */
    private void startOver(String reason) {
        boolean held = runFile.read().deployment() != null;
        new Shutdown(runFile, progress).all();
        runFile.update(state -> state.withoutPart(Parts.EMULATOR).withDeployment(null));
        folder.setAsideAccount();
        if (held) {
            progress.warn(reason + ": the emulated account's streams, tables, ledger, queues and keys are lost;"
                    + " starting an empty one. What was left of its files is in " + layout.lost());
        }
    }

    private void deploy(Deployment deployment) {
        String digest = deployment.digest();
        if (Objects.equals(runFile.read().deployment(), digest)) {
            return;
        }
        progress.stage("Deploying the stacks");
        deployment.run(cdk);
        runFile.update(state -> state.withDeployment(digest));
    }
}
