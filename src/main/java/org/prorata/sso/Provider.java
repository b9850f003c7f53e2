package org.prorata.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.prorata.sso.Refusal.Told;
import org.prorata.web.PortalAddress;

/**
 * The provider, spoken with by OpenID Connect: authorization code with PKCE, state and nonce; every token's signature, issuer, audience and time are checked. Nothing of it is asked before somebody signs in,
 * so that the portal starts whether the provider is there or not.
 */
@ApplicationScoped
class Provider {

    static final String RETURN = "/login/sso/return";

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int BROKEN = 500;
    private static final int LONGEST_KEYS = 100_000;
    private static final Duration DESCRIPTION_LASTS = Duration.ofHours(1);
    private static final Duration OLDEST_SIGN_OUT = Duration.ofMinutes(10);
    private static final int LONGEST_EMAIL = 254;
    private static final String EMAIL = "email";
    private static final String EMAIL_VERIFIED = "email_verified";

    /** Signatures that only the holder of the provider's private key can make. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512,
            JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private record Described(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {
    }

    @Inject
    SsoSettings settings;
    @Inject
    PortalAddress portal;

    private volatile Described described;

    /** Where the browser signs in. @throws Refusal where the provider cannot be asked what that is */
    URI signIn(Attempts.Begun begun) {
        OIDCProviderMetadata metadata = described().metadata();
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid", EMAIL, "profile"), clientId(), home(RETURN)).endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(begun.state())).nonce(new Nonce(begun.nonce())).codeChallenge(new CodeVerifier(begun.verifier()), CodeChallengeMethod.S256).build().toURI();
    }

    /**
     * Takes the code that came back, and looks at what the provider gives for it.
     *
     * @param browser the secret of the browser in which the sign-in was begun
     * @throws Refusal where the provider does not give an ID token for this sign-in that is right in every part
     */
    Account redeem(String code, String browser) {
        Described provider = described();
        try {
            TokenRequest request = new TokenRequest.Builder(provider.metadata().getTokenEndpointURI(), client(provider.metadata()),
                    new AuthorizationCodeGrant(new AuthorizationCode(code), home(RETURN), new CodeVerifier(Attempts.verifier(browser)))).build();
            TokenResponse answer = OIDCTokenResponseParser.parse(sent(request.toHTTPRequest()));
            if (!answer.indicatesSuccess()) {
                throw new Refusal(Told.AGAIN, "the provider gives nothing for the code: " + answer.toErrorResponse().getErrorObject().getCode());
            }
            OIDCTokenResponse tokens = (OIDCTokenResponse) answer.toSuccessResponse();
            JWT idToken = tokens.getOIDCTokens().getIDToken();
            IDTokenClaimsSet claims = new IDTokenValidator(new Issuer(settings.issuer()), clientId(), keys(provider), null).validate(idToken, new Nonce(Attempts.nonce(browser)));
            forUs(claims);
            return account(provider, claims, tokens.getOIDCTokens().getAccessToken(), idToken.serialize());
        } catch (BadJOSEException e) {
            throw new Refusal(Told.PROVIDER, "the ID token is not right: " + e.getMessage());
        } catch (ParseException | IllegalArgumentException e) {
            throw new Refusal(Told.PROVIDER, "the provider's answer cannot be read");
        } catch (JOSEException | IOException e) {
            throw away(e);
        }
    }

    /** The library looks whether the portal is among those the token is for; here, whether it was made for the portal. */
    private void forUs(IDTokenClaimsSet claims) {
        String madeFor = claims.getAuthorizedParty() == null ? null : claims.getAuthorizedParty().getValue();
        if (madeFor == null ? claims.getAudience().size() > 1 : !madeFor.equals(settings.clientId())) {
            throw new Refusal(Told.PROVIDER, "the ID token is not right: it was made for another");
        }
    }

    /** The address stands in the ID token, or else where the provider tells more of the same subject. */
    private Account account(Described provider, IDTokenClaimsSet claims, AccessToken access, String idToken) throws IOException, ParseException {
        String subject = claims.getSubject().getValue();
        String email = claims.getStringClaim(EMAIL);
        Boolean verified = claims.getBooleanClaim(EMAIL_VERIFIED);
        if (email == null && access != null && provider.metadata().getUserInfoEndpointURI() != null) {
            UserInfoResponse answer = UserInfoResponse.parse(sent(new UserInfoRequest(provider.metadata().getUserInfoEndpointURI(), access).toHTTPRequest()));
            UserInfo told = answer.indicatesSuccess() ? answer.toSuccessResponse().getUserInfo() : null;
            if (told != null && told.getSubject().equals(claims.getSubject())) {
                email = told.getStringClaim(EMAIL);
                verified = told.getBooleanClaim(EMAIL_VERIFIED);
            }
        }
        String plain = email == null || email.isBlank() || email.length() > LONGEST_EMAIL ? null : email.strip();
        return new Account(settings.issuer(), subject, plain, Boolean.TRUE.equals(verified), claims.getStringClaim("sid"), idToken);
    }

    /** Where the browser signs out; empty where the provider has no such place, or cannot be asked. */
    Optional<URI> signOut(String idToken) {
        try {
            URI there = described().metadata().getEndSessionEndpointURI();
            return there == null ? Optional.empty() : Optional.of(new LogoutRequest(there, JWTParser.parse(idToken), null, clientId(), home("/login"), null, null).toURI());
        } catch (Refusal | java.text.ParseException unknown) {
            return Optional.empty();
        }
    }

    /** Looks at a sign-out that the provider is said to have sent. @throws Refusal where its signature, issuer, audience, time or kind is not right */
    SignedOut signedOut(String token) {
        Described provider = described();
        try {
            LogoutTokenClaimsSet claims = new LogoutTokenValidator(new Issuer(settings.issuer()), clientId(), keys(provider), null).validate(JWTParser.parse(token));
            if (claims.getIssueTime().toInstant().isBefore(Instant.now().minus(OLDEST_SIGN_OUT))) {
                throw new Refusal(Told.AGAIN, "the sign-out is too old");
            }
            return new SignedOut(settings.issuer(), claims.getJWTID().getValue(), claims.getSubject() == null ? null : claims.getSubject().getValue(),
                    claims.getSessionID() == null ? null : claims.getSessionID().getValue());
        } catch (BadJOSEException e) {
            throw new Refusal(Told.AGAIN, "the sign-out is not right: " + e.getMessage());
        } catch (java.text.ParseException | IllegalArgumentException e) {
            throw new Refusal(Told.AGAIN, "the sign-out cannot be read");
        } catch (JOSEException e) {
            throw away(e);
        }
    }

    private JWSVerificationKeySelector<SecurityContext> keys(Described provider) {
        List<JWSAlgorithm> said = provider.metadata().getIDTokenJWSAlgs();
        Set<JWSAlgorithm> taken = said == null ? Set.of(JWSAlgorithm.RS256) : said.stream().filter(SIGNATURES::contains).collect(Collectors.toSet());
        return new JWSVerificationKeySelector<>(taken.isEmpty() ? Set.of(JWSAlgorithm.RS256) : taken, provider.keys());
    }

    private ClientID clientId() {
        return new ClientID(settings.clientId());
    }

    private ClientAuthentication client(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> taken = metadata.getTokenEndpointAuthMethods();
        boolean inBody = taken != null && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC) && taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        Secret secret = new Secret(settings.clientSecret());
        return inBody ? new ClientSecretPost(clientId(), secret) : new ClientSecretBasic(clientId(), secret);
    }

    private URI home(String path) {
        return URI.create(portal.of(path));
    }

    /** Its description, asked for again after an hour, so that what changes there is learnt without a start. */
    private Described described() {
        Described known = described;
        if (known != null && Instant.now().isBefore(known.until())) {
            return known;
        }
        synchronized (this) {
            if (described == known) {
                described = ask();
            }
            return described;
        }
    }

    private Described ask() {
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), PATIENCE_MILLIS, PATIENCE_MILLIS);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LONGEST_KEYS)).retrying(true).build();
            return new Described(metadata, keys, Instant.now().plus(DESCRIPTION_LASTS));
        } catch (GeneralException | IOException e) {
            throw away(e);
        }
    }

    private static HTTPResponse sent(HTTPRequest request) throws IOException {
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        request.setFollowRedirects(false);
        HTTPResponse answer = request.send();
        if (answer.getStatusCode() >= BROKEN) {
            throw new IOException("it answers with " + answer.getStatusCode());
        }
        return answer;
    }

    private Refusal away(Exception e) {
        Log.warnf("Single sign-on by %s does not answer as it should: %s", settings.issuer(), e.getMessage());
        return new Refusal(Told.PROVIDER, "the provider cannot be asked");
    }
}
