package cn.huying.api.delivery;

import java.io.IOException;
import java.time.Duration;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The HTTP client for WeChat and WeCom: short timeouts, no redirects, no silent second attempts, certificates checked, and no answer that
 * is not a 200 of at most one megabyte.
 */
public final class PlatformHttp {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(4);
    private static final int IDLE_CONNECTIONS = 16;
    private static final long MOST_BYTES = 1024 * 1024;

    private PlatformHttp() {}

    public static OkHttpClient client() {
        QuietLoggers.silence();
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(READ)
                .callTimeout(CALL)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, java.util.concurrent.TimeUnit.MINUTES))
                .addInterceptor(PlatformHttp::guarded)
                .addNetworkInterceptor(PlatformHttp::noticed)
                .build();
    }

    /** Whether a request got as far as a connection. */
    private static final class Passage {
        private volatile boolean connected;
    }

    private static Response guarded(Interceptor.Chain chain) throws IOException {
        Passage passage = new Passage();
        Request request =
                chain.request().newBuilder().tag(Passage.class, passage).build();
        try {
            return checked(chain.proceed(request));
        } catch (IOException e) {
            throw passage.connected ? e : new NotSentException(e);
        }
    }

    private static Response noticed(Interceptor.Chain chain) throws IOException {
        Passage passage = chain.request().tag(Passage.class);
        if (passage != null) {
            passage.connected = true;
        }
        return chain.proceed(chain.request());
    }

    private static Response checked(Response response) throws IOException {
        try (response) {
            if (response.code() != 200) {
                throw new IOException("HTTP " + response.code());
            }
            ResponseBody body = response.peekBody(MOST_BYTES + 1);
            if (body.contentLength() > MOST_BYTES) {
                throw new IOException("answer over " + MOST_BYTES + " bytes");
            }
            return response.newBuilder().body(body).build();
        }
    }
}
