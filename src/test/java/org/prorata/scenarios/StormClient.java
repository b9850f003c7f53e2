package org.prorata.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.prorata.scenarios.StormDeal.Wanted;

/** One of many who work on the deal at once: proposes, approves what others propose, rejects, and asks again where no answer came. */
final class StormClient implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> EXPECTED = Set.of(200, 201, 409, 422);

    private record Answer(int status, JsonNode body) {}

    private final String address;
    private final HttpClient http;
    private final String session;
    private final String csrf;
    private final int user;
    private final boolean proposes;
    private final Random random;
    private final StormLog log;

    /** @param proposes whether it mostly proposes; the others mostly decide */
    StormClient(String address, HttpClient http, String session, String csrf, int user, boolean proposes, long seed, StormLog log) {
        this.address = address;
        this.http = http;
        this.session = session;
        this.csrf = csrf;
        this.user = user;
        this.proposes = proposes;
        this.random = new Random(seed);
        this.log = log;
    }

    @Override
    public void run() {
        try {
            while (!log.over) {
                int dice = random.nextInt(100);
                if (dice < (proposes ? 60 : 2)) {
                    propose();
                } else {
                    decide(dice >= 98 ? "reject" : "approve");
                }
            }
        } catch (IOException | RuntimeException e) {
            log.wrong("a client ended: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void propose() throws IOException, InterruptedException {
        Wanted wanted = wanted();
        if (wanted == null) {
            return;
        }
        String key = "storm-" + new UUID(random.nextLong(), random.nextLong());
        Answer answer = proposes(wanted, key, "in the storm");
        if (answer != null && answer.status() == 201) {
            log.made(new StormLog.Made(answer.body().get("id").asText(), key, user));
            if (random.nextInt(4) == 0) {
                again(wanted, key);
            }
        }
    }

    /** The same request once more, and another one with its key. */
    private void again(Wanted wanted, String key) throws IOException, InterruptedException {
        Answer same = proposes(wanted, key, "in the storm");
        if (same != null && same.status() == 201) {
            log.made(new StormLog.Made(same.body().get("id").asText(), key, user));
        } else if (same != null) {
            log.wrong("a retried proposal was answered " + same.status() + " " + same.body());
        }
        Answer other = proposes(wanted, key, "for another reason");
        if (other != null && other.status() != 422) {
            log.wrong("another proposal with a key that was used was answered " + other.status());
        }
    }

    private Answer proposes(Wanted wanted, String key, String reason) throws IOException, InterruptedException {
        return sends("propose", "/api/v1/deals/" + StormDeal.SLUG + "/proposals", "{\"kind\":\"" + wanted.kind() + "\",\"payload\":" + wanted.payload() + ",\"reason\":\"" + reason
                + "\",\"reference\":\"S-" + user + "\"}", key);
    }

    private Wanted wanted() throws IOException, InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 55) {
            return StormDeal.move(random);
        } else if (dice < 75) {
            return StormDeal.book(random);
        } else if (dice < 87) {
            return StormDeal.correctBooking(random);
        } else if (dice < 95) {
            return takeBack();
        }
        return StormDeal.opening(random);
    }

    private Wanted takeBack() throws IOException, InterruptedException {
        Answer register = sends("register", "/api/v1/deals/" + StormDeal.SLUG + "/register?on=2012-12-31", null, null);
        if (register == null || register.status() != 200) {
            return null;
        }
        for (JsonNode entry : register.body().get("entries")) {
            if (entry.get("cause").asText().equals("transfer") && random.nextInt(6) == 0) {
                return StormDeal.takeBack(entry.get("seq").asLong());
            }
        }
        return null;
    }

    private void decide(String verb) throws IOException, InterruptedException {
        StormLog.Made made = log.toDecide(user, random);
        if (made == null) {
            Thread.sleep(20);
            return;
        }
        Answer answer = sends(verb, "/api/v1/approvals/" + made.id() + "/" + verb, "{\"comment\":\"in the storm\"}", null);
        if (answer == null) {
            return;
        }
        log.decided(made);
        if (answer.status() == 200 && verb.equals("approve")) {
            log.approved(made, user);
        } else if (answer.status() == 409 && answer.body().path("error").asText().startsWith("The deal has changed") && answer.body().path("details").isEmpty()) {
            log.wrong("a stale proposal was refused without what changed: " + answer.body());
        }
    }

    /** Asks until there is an answer; null where the storm ended without one. A GET where there is no body. */
    private Answer sends(String what, String path, String body, String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60)).header("Cookie", "prorata-local=" + session)
                .header("Origin", address).header("X-CSRF-Token", csrf).header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        HttpRequest asked = (body == null ? request.GET() : request.POST(BodyPublishers.ofString(body))).build();
        for (boolean retried = false; !(retried && log.over); retried = true) {
            try {
                HttpResponse<String> got = http.send(asked, BodyHandlers.ofString());
                log.answered(what, got.statusCode());
                if (EXPECTED.contains(got.statusCode())) {
                    return new Answer(got.statusCode(), JSON.readTree(got.body()));
                }
                if (got.statusCode() < 500 || !log.mending()) {
                    log.wrong(what + " was answered " + got.statusCode() + " " + got.body());
                }
            } catch (IOException cut) {
                log.answered(what, 0);
                if (!log.mending()) {
                    log.wrong(what + " was not answered: " + cut);
                }
            }
            Thread.sleep(100);
        }
        return null;
    }
}
