package org.prorata;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.identity.Visitor;

/** A form of a page as a browser without script has it: the fields as they stand, to be typed in and sent. */
public final class Form {

    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)\\b[^>]*>(?:([^<]*)</textarea>)?((?:<option[^>]*>[^<]*</option>)*)");

    private record Field(String name, String value) {
    }

    private final Visitor visitor;
    private final boolean inParts;
    private final List<Field> fields = new ArrayList<>();

    private Form(Visitor visitor, boolean inParts) {
        this.visitor = visitor;
        this.inParts = inParts;
    }

    /** The fields of the page's form, less the sign-out's. */
    public static Form of(Visitor visitor, Response page) {
        String html = page.asString();
        Form form = new Form(visitor, html.contains("enctype=\"multipart/form-data\""));
        Matcher found = FIELD.matcher(html.substring(html.indexOf("<main")).replaceAll("\\s*\\n\\s*<option", "<option"));
        while (found.find()) {
            String tag = found.group();
            String name = attribute(tag, "name");
            boolean chosen = !tag.matches("(?s)<input[^>]*type=\"(radio|checkbox)\".*") || tag.contains(" checked");
            if (name != null && chosen && !tag.contains(" disabled")) {
                form.fields.add(new Field(name, tag.startsWith("<textarea") ? text(found.group(1)) : tag.startsWith("<select") ? selected(found.group(2)) : attribute(tag, "value")));
            }
        }
        return form;
    }

    private static String selected(String options) {
        Matcher selected = Pattern.compile("<option[^>]*value=\"([^\"]*)\" selected").matcher(options);
        Matcher first = Pattern.compile("<option[^>]*value=\"([^\"]*)\"").matcher(options);
        return selected.find() ? selected.group(1) : first.find() ? first.group(1) : "";
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? text(value.group(1)) : null;
    }

    private static String text(String html) {
        return html == null ? "" : html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    /** Types into the one field of that name, or chooses there. */
    public Form types(String name, String value) {
        return typesAt(name, 0, value);
    }

    /** Types into one of several fields of a name, from 0. */
    public Form typesAt(String name, int at, String value) {
        int seen = 0;
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name) && seen++ == at) {
                fields.set(i, new Field(name, value));
                return this;
            }
        }
        throw new AssertionError("the form has no field " + name + " number " + at);
    }

    /** Presses a button that is a field of its own, or ticks a box. */
    public Form adds(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    public Form drops(String name) {
        fields.removeIf(field -> field.name().equals(name));
        return this;
    }

    public String value(String name, int at) {
        List<String> values = fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
        assertThat(values).as(name).hasSizeGreaterThan(at);
        return values.get(at);
    }

    public int count(String name) {
        return (int) fields.stream().filter(field -> field.name().equals(name)).count();
    }

    public Response sends(String path) {
        RequestSpecification request = visitor.asks().header("Origin", Visitor.origin())
                .contentType(inParts ? "multipart/form-data" : "application/x-www-form-urlencoded; charset=UTF-8");
        for (Field field : fields) {
            String value = field.value() == null ? "" : field.value();
            if (inParts) {
                request.multiPart(field.name(), value, "text/plain; charset=UTF-8");
            } else {
                request.formParam(field.name(), value);
            }
        }
        return request.post(path);
    }
}
