package io.millrace.bench.cost;

import io.millrace.bench.lake.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a million events cost, service by service.
 *
 * @param counted from Kinesis to silver
 * @param beside what is paid as well, and is another choice: how long the stream keeps, and the front door
 */
record Bill(List<Line> counted, List<Line> beside) {
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    private static final double BYTES_A_GB = 1L << 30;

    /** @param dollars for a million events */
    record Line(String service, String what, double dollars) {
        String text() {
            return String.format(Locale.ROOT, "  %-21s %-54s $%.5f", service, what, dollars);
        }
    }

    static Bill of(Hour hour, PriceList prices) {
        Writing bill = new Writing(hour, prices);
        bill.line("Kinesis", "shard hours", hour.shards() * prices.price("kinesis.shardHour"));
        bill.line("Kinesis", "PUT payload units", hour.putUnits() / MILLION * prices.price("kinesis.millionPutUnits"));
        bill.function("Lambda lake-writer", hour.writer());
        bill.function("Lambda lake-committer", hour.committer());
        bill.line("S3", "PUT", hour.calls(Call.S3_PUT) / THOUSAND * prices.price("s3.thousandPuts"));
        bill.line("S3", "GET", hour.calls(Call.S3_GET) / THOUSAND * prices.price("s3.thousandGets"));
        bill.line("S3", "storage, the first month", hour.storedBytes() / BYTES_A_GB * prices.price("s3.gbMonth"));
        bill.line(
                "DynamoDB",
                "write units",
                hour.calls(Call.DYNAMO_WRITE) / MILLION * prices.price("dynamodb.millionWriteUnits"));
        bill.line(
                "DynamoDB",
                "read units",
                hour.calls(Call.DYNAMO_READ) / MILLION * prices.price("dynamodb.millionReadUnits"));
        bill.line(
                "Glue Data Catalog",
                "requests",
                hour.calls(Call.GLUE_REQUEST) / MILLION * prices.price("glue.millionRequests"));
        bill.line("SQS", "requests", hour.calls(Call.SQS_SEND) / MILLION * prices.price("sqs.millionRequests"));
        List<Line> counted = bill.take();
        bill.line("Kinesis", "kept for 7 days instead of 1", hour.shards() * prices.price("kinesis.extendedShardHour"));
        bill.function("Lambda ingest", hour.ingest());
        double posts = hour.posts() / MILLION;
        bill.line("API Gateway", "REST API", posts * prices.price("apigateway.millionRestCalls"));
        bill.line("API Gateway", "or HTTP API", posts * prices.price("apigateway.millionHttpCalls"));
        return new Bill(counted, bill.take());
    }

    /** From Kinesis to silver, USD for a million events. */
    double dollars() {
        return counted.stream().mapToDouble(Line::dollars).sum();
    }

    private static final class Writing {
        private final double millions;
        private final PriceList prices;
        private List<Line> lines = new ArrayList<>();

        Writing(Hour hour, PriceList prices) {
            this.millions = hour.events() / MILLION;
            this.prices = prices;
        }

        void line(String service, String what, double dollarsAnHour) {
            lines.add(new Line(service, what, dollarsAnHour / millions));
        }

        void function(String name, Function function) {
            String size = String.format(
                    Locale.ROOT,
                    "GB-seconds: %.0f ms at %.0f MB, %,.0f times an hour",
                    function.seconds() * THOUSAND,
                    function.memoryMb(),
                    function.invocations());
            line(name, size, function.gbSeconds() * prices.price("lambda.gbSecond"));
            line(name, "requests", function.invocations() / MILLION * prices.price("lambda.millionRequests"));
        }

        List<Line> take() {
            List<Line> taken = List.copyOf(lines);
            lines = new ArrayList<>();
            return taken;
        }
    }
}
