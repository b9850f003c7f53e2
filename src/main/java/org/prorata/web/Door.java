package org.prorata.web;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What stands before the server itself, on every connection: a request's header has to come in whole within a time, however slowly its bytes follow each other, and
 * has to name one host, which the server would answer in words of its own; and the answers that it gives by itself, to what is no request, carry the security headers
 * too. Netty finds it as a service where {@link #open} was called.
 */
public final class Door extends ChannelInitializerExtension {

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");
    private static final int HIGHEST_PORT = 65_535;

    private final Duration time = ConfigProvider.getConfig().getValue("prorata.http.header-time", Duration.class);

    /** Before the server starts. */
    public static void open() {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new Watch(time));
    }

    /** The status with which a request is refused whose version or host nobody can answer to; else null. Only the oldest version need name no host. */
    private static HttpResponseStatus unfit(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED;
        }
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        boolean fit = hosts.isEmpty() ? version.equals(HttpVersion.HTTP_1_0) : hosts.size() == 1 && isHost(hosts.get(0));
        return fit ? null : HttpResponseStatus.BAD_REQUEST;
    }

    private static boolean isHost(String host) {
        Matcher parts = HOST.matcher(host);
        return parts.matches() && (parts.group(2) == null || Integer.parseInt(parts.group(2).substring(1)) <= HIGHEST_PORT);
    }

    /** Sees bytes as they come in. A browser's idle connection, on which nothing of a request has come, is the idle timeout's matter. */
    private static final class Watch extends ChannelDuplexHandler {

        private final Duration time;
        private ScheduledFuture<?> deadline;
        private boolean inside;
        private int beingAnswered;

        Watch(Duration time) {
            this.time = time;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
            if (!inside && context.pipeline().context(HttpResponseEncoder.class) != null) {
                inside = true;
                context.pipeline().addAfter(context.pipeline().context(HttpResponseEncoder.class).name(), null, new Inside());
            }
            if (beingAnswered == 0 && deadline == null) {
                deadline = context.executor().schedule(() -> late(context), time.toMillis(), TimeUnit.MILLISECONDS);
            }
            super.channelRead(context, bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            cancel();
            super.channelInactive(context);
        }

        private void cancel() {
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
        }

        private static void late(ChannelHandlerContext context) {
            if (context.pipeline().context(Inside.class) == null) {
                context.close();
            } else {
                answer(context, HttpResponseStatus.REQUEST_TIMEOUT);
            }
        }

        /** Through the encoder, and where there is TLS through that. */
        private static void answer(ChannelHandlerContext context, HttpResponseStatus status) {
            FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE).set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CACHE_CONTROL, "no-store");
            SecurityHeaders.ALWAYS.forEach(response.headers()::set);
            context.pipeline().context(Inside.class).writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }

        /** Sees requests and answers, between the encoder and the server. */
        private final class Inside extends ChannelDuplexHandler {

            /** What comes after it is read no more. */
            private boolean refused;

            @Override
            public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
                if (message instanceof HttpRequest request) {
                    beingAnswered++;
                    cancel();
                    if (request.decoderResult().isSuccess() && !refused && unfit(request) != null) {
                        refused = true;
                        answer(context, unfit(request));
                    }
                }
                if (refused) {
                    ReferenceCountUtil.release(message);
                } else {
                    super.channelRead(context, message);
                }
            }

            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
                if (message instanceof HttpResponse response && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
                    SecurityHeaders.ALWAYS.forEach((name, value) -> {
                        if (!response.headers().contains(name)) {
                            response.headers().set(name, value);
                        }
                    });
                }
                if (message instanceof LastHttpContent && beingAnswered > 0) {
                    beingAnswered--;
                }
                super.write(context, message, promise);
            }
        }
    }
}
