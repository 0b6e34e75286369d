package cn.huying.api.wecom;

import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.delivery.NotSentException;
import cn.huying.api.delivery.TokenTurn;
import java.io.IOException;
import java.util.Objects;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.cp.api.impl.WxCpServiceOkHttpImpl;
import me.chanjar.weixin.cp.config.WxCpConfigStorage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * WxJava's calls for the application with three of its habits replaced: the token is fetched by one thread at a time and looked at again
 * before fetching, nothing sleeps between attempts, and the HTTP client is ours.
 */
final class AppCalls extends WxCpServiceOkHttpImpl {
    private final WecomApp app;
    private final BaseUrl baseUrl;
    private final OkHttpClient http;

    AppCalls(WecomApp app, BaseUrl baseUrl, OkHttpClient http) {
        this.app = app;
        this.baseUrl = baseUrl;
        this.http = http;
        WxCpDefaultConfigImpl storage = new WxCpDefaultConfigImpl();
        storage.setCorpId(app.corpId());
        storage.setCorpSecret(app.secret());
        storage.setAgentId(app.agentId());
        storage.setBaseApiUrl(baseUrl.value());
        setWxCpConfigStorage(storage);
        setMaxRetryTimes(0);
    }

    /** Calls a path of the platform with the token; answers its JSON. */
    String call(String path, String body) throws WxErrorException {
        return post(baseUrl.value() + path, body);
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
        WxCpConfigStorage storage = getWxCpConfigStorage();
        return new TokenTurn(storage.getAccessTokenLock(), storage::isAccessTokenExpired, storage::getAccessToken)
                .tokenOr(() -> fetch(storage));
    }

    private String fetch(WxCpConfigStorage storage) throws WxErrorException {
        HttpUrl url = HttpUrl.get(baseUrl.value() + "/cgi-bin/gettoken")
                .newBuilder()
                .addQueryParameter("corpid", app.corpId())
                .addQueryParameter("corpsecret", app.secret())
                .build();
        try (Response response =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            String answer = Objects.requireNonNull(response.body(), "no body").string();
            WxError error = WxError.fromJson(answer, WxType.CP);
            if (error.getErrorCode() != 0) {
                throw new WxErrorException(error);
            }
            WxAccessToken token = WxAccessToken.fromJson(answer);
            storage.updateAccessToken(token.getAccessToken(), token.getExpiresIn());
            return token.getAccessToken();
        } catch (IOException | RuntimeException e) {
            throw new WxRuntimeException(new NotSentException(e));
        }
    }
}
