package io.millrace.ledger;

import static io.millrace.ledger.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.lake.LedgerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What each of DynamoDB's answers to a conditional write means, and that queries read on to their end. */
class LedgerTableTest {
    private static final Map<String, AttributeValue> ITEM = new LedgerKey("p", "s").attributes();

    @TestFactory
    Stream<DynamicTest> a_failed_condition_answers_false() {
        return Stream.<RuntimeException>of(
                        ConditionalCheckFailedException.builder().build(),
                        cancelled("ConditionalCheckFailed", "None"),
                        cancelled("None", "ConditionalCheckFailed"),
                        cancelled("TransactionConflict", "ConditionalCheckFailed"))
                .map(failure -> DynamicTest.dynamicTest(name(failure), () -> {
                    assertThat(failing(failure).create(ITEM)).isFalse();
                    assertThat(failing(failure).transact(List.of())).isFalse();
                }));
    }

    @TestFactory
    Stream<DynamicTest> anything_else_leaves_the_outcome_open() {
        return Stream.<RuntimeException>of(
                        cancelled("TransactionConflict", "None"),
                        cancelled("ThrottlingError"),
                        TransactionConflictException.builder().build(),
                        TransactionInProgressException.builder().build(),
                        ProvisionedThroughputExceededException.builder().build(),
                        SdkClientException.create("connection reset"))
                .map(failure -> DynamicTest.dynamicTest(name(failure), () -> {
                    assertThatThrownBy(() -> failing(failure).create(ITEM)).isInstanceOf(LedgerException.class);
                    assertThatThrownBy(() -> failing(failure).transact(List.of()))
                            .isInstanceOf(LedgerException.class)
                            .hasCause(failure);
                }));
    }

    @Test
    void a_query_reads_page_after_page_until_it_has_enough() {
        Pages pages = new Pages();
        LedgerTable table = new LedgerTable(pages, "ledger");

        assertThat(table.after("p", "", Integer.MAX_VALUE)).hasSize(9);
        assertThat(pages.requests).hasSize(3).allMatch(QueryRequest::consistentRead);
        assertThat(table.after("p", "", 4)).hasSize(4);
        assertThat(pages.requests).hasSize(5);
    }

    private static LedgerTable failing(RuntimeException failure) {
        return new LedgerTable(new Failing(failure), "ledger");
    }

    private static TransactionCanceledException cancelled(String... codes) {
        return TransactionCanceledException.builder()
                .cancellationReasons(Stream.of(codes)
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }

    private static String name(RuntimeException failure) {
        return failure instanceof TransactionCanceledException cancelled
                ? cancelled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .toList()
                        .toString()
                : failure.getClass().getSimpleName();
    }

    private record Failing(RuntimeException failure) implements DynamoDbClient {
        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            throw failure;
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            throw failure;
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    /** Nine items, three in a page at most. */
    private static final class Pages implements DynamoDbClient {
        private final List<QueryRequest> requests = new ArrayList<>();

        @Override
        public QueryResponse query(QueryRequest request) {
            requests.add(request);
            int first = request.hasExclusiveStartKey()
                    ? Integer.parseInt(request.exclusiveStartKey().get("sk").s()) + 1
                    : 1;
            int last = Math.min(first + Math.min(request.limit(), 3) - 1, 9);
            List<Map<String, AttributeValue>> items = new ArrayList<>();
            for (int i = first; i <= last; i++) {
                items.add(Map.of("pk", text("p"), "sk", text(Integer.toString(i))));
            }
            QueryResponse.Builder response = QueryResponse.builder().items(items);
            return last < 9
                    ? response.lastEvaluatedKey(items.get(items.size() - 1)).build()
                    : response.build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
