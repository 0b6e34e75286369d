package cn.huying.api.wechat;

import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.delivery.NotSentException;
import cn.huying.api.delivery.TokenTurn;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.mp.api.impl.WxMpServiceOkHttpImpl;
import me.chanjar.weixin.mp.config.WxMpConfigStorage;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WxJava's calls for one account with three of its habits replaced: the token is fetched by one thread at a time and looked at again
 * before fetching, nothing sleeps between attempts, and the HTTP client is ours.
 */
final class AccountCalls extends WxMpServiceOkHttpImpl {
    static final String LEFT = "left";
    private static final String QUOTA = "/cgi-bin/openapi/quota/get";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WRONG_SECRET = 40125;
    private static final int STALE_TOKEN = 40001;

    /** The platform takes forced renewals at least 30 s apart, 20 a day. */
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(60);

    private final OkHttpClient http;
    private final Clock clock;
    private Instant forced = Instant.MIN;

    AccountCalls(OfficialAccount account, BaseUrl baseUrl, OkHttpClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
        WxMpDefaultConfigImpl storage = new WxMpDefaultConfigImpl();
        storage.setAppId(account.appId().value());
        storage.setSecret(account.secret());
        storage.useStableAccessToken(true);
        storage.setHostConfig(new WxMpHostConfig(baseUrl.value(), baseUrl.value(), baseUrl.value()));
        setWxMpConfigStorage(storage);
        setMaxRetryTimes(0);
    }

    @Override
    public void initHttp() {
        // the client is given, there is nothing to build
    }

    @Override
    public OkHttpClient getRequestHttpClient() {
        return http;
    }

    /** One attempt, with one more after a new token; what else is tried again is for the outbox to decide. */
    @Override
    public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data) throws WxErrorException {
        return executeInternal(executor, uri, data, false);
    }

    /** The token in use, or a new one that every waiting thread gets without asking for it again. */
    @Override
    public String getAccessToken(boolean forceRefresh) throws WxErrorException {
        WxMpConfigStorage storage = getWxMpConfigStorage();
        return new TokenTurn(storage.getAccessTokenLock(), storage::isAccessTokenExpired, storage::getAccessToken)
                .tokenOr(() -> fetch(storage));
    }

    /** A token fresh from the platform, whatever is known here; answers as the platform does when all is well. */
    String renewed() throws WxErrorException {
        fetch(false);
        return "{\"errcode\":0}";
    }

    /** How often a path may still be called today, as {@code {"errcode":0,"left":"1987/2000"}}. */
    String callsLeft(String path) throws WxErrorException {
        String host = getWxMpConfigStorage().getHostConfig().getApiHost();
        JsonNode answer = JSON.readTree(
                post(host + QUOTA, JSON.createObjectNode().put("cgi_path", path).toString()));
        JsonNode quota = answer.path("quota");
        if (!quota.path("daily_limit").isInt()) {
            // no answer to the question: what it is instead tells whoever reads codes
            return answer.toString();
        }
        return JSON.createObjectNode()
                .put("errcode", answer.path("errcode").asInt(0))
                .put(
                        LEFT,
                        quota.path("remain").asInt(0) + "/"
                                + quota.path("daily_limit").asInt(0))
                .toString();
    }

    private String fetch(WxMpConfigStorage storage) throws WxErrorException {
        String before = storage.getAccessToken();
        boolean rejected = before != null && storage.getExpiresTime() == 0;
        String token = fetch(false);
        boolean sameAgain = rejected && token.equals(before);
        return sameAgain && forced.plus(BETWEEN_FORCED).isBefore(clock.instant()) ? force() : token;
    }

    /** The platform hands out again what it has just refused, for example after the secret was reset. */
    private String force() throws WxErrorException {
        forced = clock.instant();
        return fetch(true);
    }

    private String fetch(boolean force) throws WxErrorException {
        try {
            String token = extractAccessToken(doGetStableAccessTokenRequest(force));
            return Objects.requireNonNull(token, "no access_token in the answer");
        } catch (IOException | RuntimeException e) {
            getWxMpConfigStorage().expireAccessToken();
            throw new WxRuntimeException(new NotSentException(e));
        } catch (WxErrorException e) {
            throw e.getError().getErrorCode() == STALE_TOKEN ? wrongSecret(e) : e;
        }
    }

    /** Asked for a token, the platform uses the code of a stale token to say that the secret is wrong. */
    private static WxErrorException wrongSecret(WxErrorException e) {
        return new WxErrorException(WxError.builder().errorCode(WRONG_SECRET).build(), e);
    }
}
