package io.millrace.local.host.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** Makes a function's handler, as the Java runtime does at init. */
final class Handlers {

    private Handlers() {}

    /**
     * Prefers the constructor that takes the environment, since {@link System#getenv} is the same for all functions of
     * this process.
     *
     * @param handler {@code package.Class} or {@code package.Class::handleRequest}
     * @throws Exception whatever the handler's constructor throws, unwrapped
     */
    static RequestStreamHandler create(ClassLoader loader, String handler, Map<String, String> environment)
            throws Exception {
        String className = handler.replaceFirst("::handleRequest$", "");
        Class<?> type = Class.forName(className, true, loader);
        if (!RequestStreamHandler.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException("Cannot use handler " + className + ": not a RequestStreamHandler");
        }
        Class<? extends RequestStreamHandler> handlerType = type.asSubclass(RequestStreamHandler.class);
        try {
            for (Constructor<?> constructor : type.getConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Map.class) {
                    return handlerType.getConstructor(Map.class).newInstance(environment);
                }
            }
            return handlerType.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
