package io.millrace.local.host.runtime;

/**
 * Parent of every package's class loader: the JDK, and of the host nothing but Lambda's handler interfaces, through which
 * the host and a handler speak to each other.
 */
final class SharedApi extends ClassLoader {

    private static final String SHARED = "com.amazonaws.services.lambda.runtime.";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    SharedApi(ClassLoader host) {
        super("lambda-api", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(SHARED)) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
