package org.prorata.web;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form as it was sent: what is asked for without a session, before the framework has read it. Never holds a password, a code or a file.
 *
 * @param path    where it was sent
 * @param inParts whether it came in parts, not encoded like an address
 */
public record TypedForm(String path, boolean inParts, List<Field> fields) {

    public record Field(String name, String value) {
    }

    /** The field by which a form says that it is to be shown with what was typed, and nothing done. */
    public static final String ONLY_SHOW = "only-show";

    /** Fields that are never kept, by their names: what proves who one is. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|credential|secret|proof).*|code|current|again|csrf|" + ONLY_SHOW);
    private static final String PARTS = "multipart/form-data";
    private static final String ENCODED = "application/x-www-form-urlencoded";
    private static final int MOST_FIELDS = 32_768;
    private static final String KEY = "org.prorata.only-shown";

    /** What a request brought, with the token that its form carried. */
    record Sent(String token, TypedForm form) {
    }

    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /** Empty where it is no form, or cannot be read as one. */
    static Optional<Sent> of(RoutingContext request) {
        String type = String.valueOf(request.request().getHeader("Content-Type"));
        Buffer body = request.body() == null ? null : request.body().buffer();
        if (body == null || !type.startsWith(PARTS) && !type.startsWith(ENCODED)) {
            return Optional.empty();
        }
        DefaultFullHttpRequest form = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, request.request().uri(), Unpooled.wrappedBuffer(body.getBytes()));
        form.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        try {
            HttpPostRequestDecoder decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), form, StandardCharsets.UTF_8, MOST_FIELDS, Math.max(1, body.length()));
            try {
                return Optional.of(read(decoder, request.normalizedPath(), type.startsWith(PARTS)));
            } finally {
                decoder.destroy();
            }
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException | HttpPostRequestDecoder.TooManyFormFieldsException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Sent read(HttpPostRequestDecoder decoder, String path, boolean inParts) {
        String token = null;
        List<Field> fields = new ArrayList<>();
        for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
            if (data instanceof Attribute field) {
                String value = value(field);
                if (Csrf.FIELD.equals(field.getName())) {
                    token = value;
                }
                if (!isSecret(field.getName())) {
                    fields.add(new Field(field.getName(), value));
                }
            }
        }
        return new Sent(token, new TypedForm(path, inParts, fields));
    }

    private static String value(Attribute field) {
        try {
            return field.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this request only shows its form again, as it was typed. */
    public static boolean onlyShown() {
        Context context = Vertx.currentContext();
        return context != null && Boolean.TRUE.equals(context.getLocal(KEY));
    }

    /** The net under those who ask {@link #onlyShown()}: where one forgot to, what it would have done is not done. */
    public static void holdsBack() {
        if (onlyShown()) {
            throw new IllegalStateException("a form that is only to be shown was about to be acted upon");
        }
    }

    static void showOnly() {
        Vertx.currentContext().putLocal(KEY, true);
    }
}
