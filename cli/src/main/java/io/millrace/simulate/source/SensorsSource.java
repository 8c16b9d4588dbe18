package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.Happening;
import io.millrace.simulate.shop.Reading;
import io.millrace.simulate.shop.Sensor;
import java.util.List;

/** What the sensors in the shop's warehouses measure. */
final class SensorsSource extends EventWriter {

    SensorsSource(long seed) {
        super("sensors", "sensors", seed);
    }

    @Override
    public List<Draft> tell(Happening happening) {
        return happening instanceof Reading reading
                ? List.of(new Draft(told(reading), reading.outlier() ? Draft.Nature.OUTLIER : Draft.Nature.PLAIN))
                : List.of();
    }

    private ObjectNode told(Reading reading) {
        Sensor sensor = reading.sensor();
        ObjectNode event = event(reading.at());
        event.put("sensor_id", sensor.id());
        event.put("metric", sensor.metric());
        event.put("value", reading.value());
        event.put("unit", sensor.unit());
        return event;
    }
}
